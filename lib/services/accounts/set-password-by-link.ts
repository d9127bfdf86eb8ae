import "server-only";
import { hashPassword } from "better-auth/crypto";
import { type LinkedPassword, setPasswordByLink as setPassword } from "@/lib/data/account-link-acceptance";
import { DomainError } from "@/lib/domain/errors";
import { assertPassword } from "./assert-password";
import { hashLinkToken } from "./link-token";
import { openAccountLink } from "./open-account-link";

/** Whose password was set, and what else became of his account. */
export type PasswordByLink = Omit<LinkedPassword, "userId">;

/**
 * Gives the account a link is about another password; all its sessions end.
 *
 * @param endsKeys - Whether every key and calendar is revoked too.
 * @throws {DomainError} LINK_OVER or WEAK_PASSWORD.
 */
export async function setPasswordByLink(
  token: string,
  password: string,
  now: Date,
  endsKeys = false,
): Promise<PasswordByLink> {
  const tokenSha256 = hashLinkToken(token);
  const link = await openAccountLink(token, now);
  if (!tokenSha256 || link?.kind !== "password") throw new DomainError("LINK_OVER", "the link leads nowhere");
  assertPassword(password, link.email);
  const done = await setPassword(tokenSha256, { passwordHash: await hashPassword(password), endsKeys }, now);
  if (!done) throw new DomainError("LINK_OVER", "the link leads nowhere");
  return done;
}
