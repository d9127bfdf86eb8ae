import "server-only";
import { deleteMember } from "@/lib/data/membership-writing";
import type { Actor, AuthorizedCollectivityId } from "@/lib/data/scope";

/**
 * Takes a member out of a collectivity and its operations; his account stays, and what he wrote.
 *
 * @throws {DomainError} UNKNOWN_MEMBER, LAST_ADMINISTRATOR.
 */
export function removeMember(collectivityId: AuthorizedCollectivityId, userId: string, actor: Actor): Promise<void> {
  return deleteMember(collectivityId, userId, actor);
}
