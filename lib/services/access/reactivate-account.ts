import "server-only";
import type { Actor } from "@/lib/data/scope";
import { reactivateUser } from "@/lib/data/user-state";
import { DomainError } from "@/lib/domain/errors";
import { mayManageAccount } from "./may-manage-account";

/**
 * Opens a deactivated account again, with the rights it still has.
 *
 * @returns False when it was active, or erased for good.
 * @throws {DomainError} ACCOUNT_NOT_YOURS.
 */
export async function reactivateAccount(actor: Actor, userId: string): Promise<boolean> {
  if (!(await mayManageAccount(actor, userId))) throw new DomainError("ACCOUNT_NOT_YOURS", "not his to manage");
  return reactivateUser(userId, actor);
}
