import "server-only";
import type { Actor } from "@/lib/data/scope";
import { resetTwoFactorOf } from "@/lib/data/two-factors";
import { DomainError } from "@/lib/domain/errors";
import { mayManageAccount } from "@/lib/services/access/may-manage-account";

/**
 * Takes the second factor away from somebody who has lost it, and ends his sessions: he signs in with his password and
 * switches a new one on.
 *
 * @returns False when he has none.
 * @throws {DomainError} ACCOUNT_NOT_YOURS.
 */
export async function resetTwoFactor(actor: Actor, userId: string): Promise<boolean> {
  if (!(await mayManageAccount(actor, userId))) {
    throw new DomainError("ACCOUNT_NOT_YOURS", "this account is managed by others");
  }
  return resetTwoFactorOf(userId, actor);
}
