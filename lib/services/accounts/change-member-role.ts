import "server-only";
import { updateMemberRole } from "@/lib/data/membership-writing";
import type { Actor, AuthorizedCollectivityId } from "@/lib/data/scope";
import type { AccessRole } from "@/lib/domain/access/access-role";

/**
 * Gives a member another role.
 *
 * @throws {DomainError} UNKNOWN_MEMBER, LAST_ADMINISTRATOR.
 */
export function changeMemberRole(
  collectivityId: AuthorizedCollectivityId,
  userId: string,
  role: AccessRole,
  actor: Actor,
): Promise<void> {
  return updateMemberRole(collectivityId, userId, role, actor);
}
