import "server-only";
import { handOverAccountLink } from "@/lib/data/account-link-writing";
import type { Actor, AuthorizedAccountLinkId } from "@/lib/data/scope";
import type { AccountLinkKind } from "@/lib/domain/accounts/link-lifetime";
import { linkLifetime } from "@/lib/domain/accounts/link-lifetime";
import { DomainError } from "@/lib/domain/errors";
import { linkAddress } from "./link-address";
import { newLinkToken } from "./link-token";

/**
 * Writes a link anew to be handed over: the former one, wherever it is, leads nowhere from now on.
 *
 * @returns Its address, for the only time: a hash of its token is stored.
 * @throws {DomainError} LINK_OVER.
 */
export async function handOverLink(
  link: { readonly id: AuthorizedAccountLinkId; readonly kind: AccountLinkKind },
  actor: Actor,
  now: Date,
): Promise<string> {
  const { token, tokenSha256 } = newLinkToken();
  const expiresAt = new Date(now.getTime() + linkLifetime(link.kind, "handed_over"));
  const isWritten = await handOverAccountLink(link.id, actor, { tokenSha256, expiresAt }, now);
  if (!isWritten) throw new DomainError("LINK_OVER", "the link is over");
  return linkAddress(token);
}
