import "server-only";
import { listAdministeredCollectivities } from "@/lib/data/account-rights";
import type { AuthorizedAccountLinkId } from "@/lib/data/scope";
import { findUserState } from "@/lib/data/user-state";
import { type AccountLinkSubject, findAccountLinkSubject } from "@/lib/data/waiting-account-links";
import type { AccountLinkKind } from "@/lib/domain/accounts/link-lifetime";
import { mayManageAccount } from "@/lib/services/access/may-manage-account";
import { authenticateSession } from "./access";
import { AccessError } from "./access-error";
import type { Caller } from "./authenticate";

export type AuthorizedAccountLink = {
  readonly id: AuthorizedAccountLinkId;
  readonly kind: AccountLinkKind;
  readonly actor: Caller["actor"];
};

/**
 * Proves that the caller of a server action may hand over, send again or revoke a link: he administers what an invitation
 * opens, or may manage the account it is about. No key does.
 *
 * An unknown link and somebody else's answer alike.
 *
 * @throws {AccessError} UNAUTHENTICATED or NOT_FOUND.
 */
export async function authorizeAccountLink(linkId: string): Promise<AuthorizedAccountLink> {
  const actor = await authenticateSession();
  const link = await findAccountLinkSubject(linkId);
  if (!link || !(await mayHandle(actor, link))) throw new AccessError("NOT_FOUND");
  return { id: linkId as AuthorizedAccountLinkId, kind: link.kind, actor };
}

async function mayHandle(actor: Caller["actor"], link: AccountLinkSubject): Promise<boolean> {
  if (link.kind !== "invitation") return link.userId !== null && mayManageAccount(actor, link.userId);
  const state = await findUserState(actor.userId);
  if (state?.isInstanceAdmin) return link.targetKind === "installation" || link.targetKind === "collectivity";
  if (link.collectivityId === null) return false;
  return (await listAdministeredCollectivities(actor.userId)).includes(link.collectivityId);
}
