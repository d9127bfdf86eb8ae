import "server-only";
import { symmetricDecrypt } from "better-auth/crypto";
import * as z from "zod";
import { DomainError } from "@/lib/domain/errors";
import type { SealingKey } from "./sealed-factor";

const offerSchema = z.object({ userId: z.uuid(), secret: z.string(), expiresAtMs: z.number() });

/** A secret that was shown to somebody and waits for his first code. */
export type TwoFactorOffer = z.infer<typeof offerSchema>;

/**
 * Reads an offer back.
 *
 * @throws {DomainError} SETUP_EXPIRED when it is not one, is over, or was made to somebody else.
 */
export async function openOffer(
  key: SealingKey,
  offer: string,
  userId: string,
  nowMs: number,
): Promise<TwoFactorOffer> {
  const text = await symmetricDecrypt({ key, data: offer }).catch(() => null);
  const content = text === null ? null : offerSchema.parse(JSON.parse(text));
  if (!content || content.userId !== userId || content.expiresAtMs <= nowMs) {
    throw new DomainError("SETUP_EXPIRED", "this secret was shown too long ago, or to somebody else");
  }
  return content;
}
