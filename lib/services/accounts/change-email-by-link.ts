import "server-only";
import { changeEmailByLink as changeEmail } from "@/lib/data/account-link-acceptance";
import { DomainError } from "@/lib/domain/errors";
import { hashLinkToken } from "./link-token";

/**
 * Gives an account the address its owner asked for; its other sessions end.
 *
 * @throws {DomainError} LINK_OVER.
 */
export async function changeEmailByLink(token: string, keptSessionId: string | null, now: Date): Promise<void> {
  const tokenSha256 = hashLinkToken(token);
  const isChanged = tokenSha256 !== null && (await changeEmail(tokenSha256, keptSessionId, now));
  if (!isChanged) throw new DomainError("LINK_OVER", "the link leads nowhere");
}
