import "server-only";
import { revokeAccountLink } from "@/lib/data/account-link-writing";
import type { Actor, AuthorizedAccountLinkId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";

/**
 * Ends a link that nobody used.
 *
 * @throws {DomainError} LINK_OVER.
 */
export async function revokeLink(linkId: AuthorizedAccountLinkId, actor: Actor, now: Date): Promise<void> {
  const isRevoked = await revokeAccountLink(linkId, actor, now);
  if (!isRevoked) throw new DomainError("LINK_OVER", "the link is over");
}
