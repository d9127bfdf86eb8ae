import "server-only";
import { changeEmailByLink as changeEmail } from "@/lib/data/account-link-acceptance";
import { DomainError } from "@/lib/domain/errors";
import { hashLinkToken } from "./link-token";
import type { KnownOwner } from "./security/tell-owner";

/**
 * Gives an account the address its owner asked for; its other sessions end.
 *
 * @returns Whom to tell: its owner at the address it had.
 * @throws {DomainError} LINK_OVER.
 */
export async function changeEmailByLink(token: string, keptSessionId: string | null, now: Date): Promise<KnownOwner> {
  const tokenSha256 = hashLinkToken(token);
  const former = tokenSha256 && (await changeEmail(tokenSha256, keptSessionId, now));
  if (!former) throw new DomainError("LINK_OVER", "the link leads nowhere");
  return { name: former.name, email: former.formerEmail };
}
