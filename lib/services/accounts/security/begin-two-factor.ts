import "server-only";
import { randomBytes } from "node:crypto";
import { symmetricEncrypt } from "better-auth/crypto";
import { findTwoFactor } from "@/lib/data/two-factors";
import { DomainError } from "@/lib/domain/errors";
import { auth } from "@/lib/services/auth";
import { writeBase32 } from "./base32";
import { checkOwnPassword } from "./check-own-secret";
import type { TwoFactorOffer } from "./two-factor-offer";

const SECRET_BYTES = 20; // RFC 4226, R6
const OFFER_MS = 30 * 60_000;
const ISSUER = "Prorata";

export type BegunTwoFactor = {
  /** In groups of four letters, to be typed. */
  readonly secret: string;
  /** What a QR code shows to the application. */
  readonly uri: string;
  /** Comes back with the first code; only this installation reads it. */
  readonly offer: string;
};

/**
 * Draws a secret for somebody who wants a second factor. Nothing is stored before his first code is right.
 *
 * @throws {DomainError} TWO_FACTOR_ALREADY_ON, or as {@link checkOwnPassword}.
 */
export async function beginTwoFactor(
  { id: userId, email }: { readonly id: string; readonly email: string },
  password: string,
  nowMs: number,
): Promise<BegunTwoFactor> {
  await checkOwnPassword(userId, password);
  if (await findTwoFactor(userId)) throw new DomainError("TWO_FACTOR_ALREADY_ON", "there is a second factor already");
  const secret = writeBase32(randomBytes(SECRET_BYTES));
  const content: TwoFactorOffer = { userId, secret, expiresAtMs: nowMs + OFFER_MS };
  const key = (await auth.$context).secretConfig;
  const query = new URLSearchParams({ secret, issuer: ISSUER });
  return {
    secret: secret.match(/.{4}/g)?.join(" ") ?? secret,
    uri: `otpauth://totp/${ISSUER}:${encodeURIComponent(email)}?${query}`,
    offer: await symmetricEncrypt({ key, data: JSON.stringify(content) }),
  };
}
