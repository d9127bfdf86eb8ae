import "server-only";
import { listAdministeredCollectivities, listRightsOfAccounts } from "@/lib/data/account-rights";
import type { Actor } from "@/lib/data/scope";
import { findUserState } from "@/lib/data/user-state";

/**
 * Whether somebody may hand over links for an account, deactivate it or open it again: the administrator of the
 * installation may, and who administers every collectivity in which the account has a right. Otherwise he would reach,
 * through the account, what is not his.
 *
 * Nobody manages the account of an administrator of the installation, nor his own; an account without any right is the
 * installation's.
 */
export async function mayManageAccount(actor: Actor, userId: string): Promise<boolean> {
  if (actor.via !== "session" || actor.userId === null || actor.userId === userId) return false;
  const [manager, account] = await Promise.all([findUserState(actor.userId), findUserState(userId)]);
  if (!manager?.isActive || !account || account.isInstanceAdmin) return false;
  if (manager.isInstanceAdmin) return true;
  const [rights, administered] = await Promise.all([
    listRightsOfAccounts([userId]),
    listAdministeredCollectivities(actor.userId),
  ]);
  return rights.length > 0 && rights.every(({ collectivityId }) => administered.includes(collectivityId));
}
