import "server-only";
import { sendAccountLinkAgain } from "@/lib/data/account-link-writing";
import type { Actor, AuthorizedAccountLinkId } from "@/lib/data/scope";
import { type AccountLinkKind, linkLifetime } from "@/lib/domain/accounts/link-lifetime";
import { DomainError } from "@/lib/domain/errors";

/**
 * Has a link mailed again, under another token: the former one leads nowhere from now on.
 *
 * @throws {DomainError} LINK_OVER.
 */
export async function resendLink(
  link: { readonly id: AuthorizedAccountLinkId; readonly kind: AccountLinkKind },
  actor: Actor,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + linkLifetime(link.kind, "waiting"));
  const isQueued = await sendAccountLinkAgain(link.id, actor, expiresAt, now);
  if (!isQueued) throw new DomainError("LINK_OVER", "the link is over");
}
