import "server-only";
import { hashPassword } from "better-auth/crypto";
import { setPasswordByLink as setPassword } from "@/lib/data/account-link-acceptance";
import { DomainError } from "@/lib/domain/errors";
import { assertPassword } from "./assert-password";
import { hashLinkToken } from "./link-token";
import { openAccountLink } from "./open-account-link";

/**
 * Gives the account a link is about another password; all its sessions end.
 *
 * @returns The e-mail address of the account.
 * @throws {DomainError} LINK_OVER or WEAK_PASSWORD.
 */
export async function setPasswordByLink(token: string, password: string, now: Date): Promise<string> {
  const tokenSha256 = hashLinkToken(token);
  const link = await openAccountLink(token, now);
  if (!tokenSha256 || link?.kind !== "password") throw new DomainError("LINK_OVER", "the link leads nowhere");
  assertPassword(password, link.email);
  const done = await setPassword(tokenSha256, await hashPassword(password), now);
  if (!done) throw new DomainError("LINK_OVER", "the link leads nowhere");
  return link.email;
}
