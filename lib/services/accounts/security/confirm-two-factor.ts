import "server-only";
import type { Actor } from "@/lib/data/scope";
import { insertTwoFactor } from "@/lib/data/two-factors";
import { DomainError } from "@/lib/domain/errors";
import { normalizeCode } from "@/lib/schemas/normalize-code";
import { auth } from "@/lib/services/auth";
import { readBase32 } from "./base32";
import { drawRecoveryCodes } from "./recovery-codes";
import { sealFactor } from "./sealed-factor";
import { matchTotpStep } from "./totp-code";
import { openOffer } from "./two-factor-offer";

export type TwoFactorConfirmation = {
  readonly offer: string;
  /** The first code of the application. */
  readonly code: string;
  /** The one in which it happens; the user's others end. */
  readonly sessionId: string;
  readonly nowMs: number;
};

/**
 * Switches the second factor on once the first code is right.
 *
 * @returns The recovery codes in clear, for the only time.
 * @throws {DomainError} SETUP_EXPIRED, WRONG_CODE beside `code`, TWO_FACTOR_ALREADY_ON.
 */
export async function confirmTwoFactor(
  userId: string,
  { offer, code, sessionId, nowMs }: TwoFactorConfirmation,
  actor: Actor,
): Promise<readonly string[]> {
  const key = (await auth.$context).secretConfig;
  const { secret } = await openOffer(key, offer, userId, nowMs);
  const lastStep = matchTotpStep(readBase32(secret), normalizeCode(code), nowMs);
  // Uncounted: it is his own new secret, which the page shows him.
  if (lastStep === null) throw new DomainError("WRONG_CODE", "the code is wrong", { details: { field: "code" } });
  const recoveryCodes = drawRecoveryCodes();
  const sealed = await sealFactor(key, { secret, recoveryCodes });
  if (!(await insertTwoFactor(userId, { ...sealed, lastStep }, sessionId, actor))) {
    throw new DomainError("TWO_FACTOR_ALREADY_ON", "there is a second factor already");
  }
  return recoveryCodes;
}
