import "server-only";
import { writeOperationRole } from "@/lib/data/operation-role-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { AccessRole } from "@/lib/domain/access/access-role";

/**
 * Gives a member of the collectivity a role in one operation, or changes or takes away the one somebody has there.
 *
 * @param change - A `role` of null takes it away: what the collectivity gives stays.
 * @returns Whether something changed.
 * @throws {DomainError} UNKNOWN_MEMBER, LAST_ADMINISTRATOR.
 */
export async function setOperationRole(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { userId, role }: { readonly userId: string; readonly role: AccessRole | null },
): Promise<boolean> {
  return writeOperationRole(operationId, userId, role, actor);
}
