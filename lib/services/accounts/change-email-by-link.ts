import "server-only";
import { hashPassword } from "better-auth/crypto";
import { changeEmailByLink as changeEmail } from "@/lib/data/account-link-acceptance";
import { DomainError } from "@/lib/domain/errors";
import { assertPassword } from "./assert-password";
import { hashLinkToken } from "./link-token";
import { openAccountLink } from "./open-account-link";
import type { KnownOwner } from "./security/tell-owner";

/** Whom to tell: its owner at the address the account had; and whether the link was the first proof of one. */
export type EmailByLink = KnownOwner & { readonly isFirstProof: boolean };

/**
 * Gives an account the address its owner asked for; its other sessions end. With a first proof all that was there ends, and
 * another password takes the place of the former, which somebody else may have chosen.
 *
 * @param answer - With a password where the link is a first proof; it counts for nothing elsewhere.
 * @throws {DomainError} LINK_OVER or WEAK_PASSWORD.
 */
export async function changeEmailByLink(
  { token, password }: { readonly token: string; readonly password: string },
  keptSessionId: string | null,
  now: Date,
): Promise<EmailByLink> {
  const tokenSha256 = hashLinkToken(token);
  const link = await openAccountLink(token, now);
  if (!tokenSha256 || link?.kind !== "email") throw new DomainError("LINK_OVER", "the link leads nowhere");
  if (link.isFirstProof) assertPassword(password, link.email);
  const passwordHash = link.isFirstProof ? await hashPassword(password) : null;
  const former = await changeEmail(tokenSha256, { keptSessionId, passwordHash }, now);
  if (!former) throw new DomainError("LINK_OVER", "the link leads nowhere");
  return { name: former.name, email: former.formerEmail, isFirstProof: former.ended !== null };
}
