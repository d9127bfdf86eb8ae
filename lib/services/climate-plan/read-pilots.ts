import "server-only";
import { listMembers, type Member } from "@/lib/data/members";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";

/** Who may see to the actions of a collectivity, by name. */
export function readPilots(collectivityId: AuthorizedClimatePlanId): Promise<readonly Member[]> {
  return listMembers(collectivityId);
}
