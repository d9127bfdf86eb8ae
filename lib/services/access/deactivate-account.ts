import "server-only";
import { listRightsOfAccounts } from "@/lib/data/account-rights";
import type { Actor } from "@/lib/data/scope";
import { deactivateUser, findUserState } from "@/lib/data/user-state";
import { DomainError } from "@/lib/domain/errors";
import { mayManageAccount } from "./may-manage-account";

/**
 * Deactivates an account: from that instant it opens nothing.
 *
 * A collectivity keeps an administrator, unless the administrator of the installation says so, who can appoint another.
 *
 * @returns False when it was deactivated already.
 * @throws {DomainError} ACCOUNT_NOT_YOURS, LAST_ADMINISTRATOR.
 */
export async function deactivateAccount(actor: Actor, userId: string): Promise<boolean> {
  if (!(await mayManageAccount(actor, userId))) throw new DomainError("ACCOUNT_NOT_YOURS", "not his to manage");
  const manager = actor.userId === null ? null : await findUserState(actor.userId);
  const rights = manager?.isInstanceAdmin ? [] : await listRightsOfAccounts([userId]);
  return deactivateUser(userId, [...new Set(rights.map(({ collectivityId }) => collectivityId))], actor);
}
