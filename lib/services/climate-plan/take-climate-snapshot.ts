import "server-only";
import { insertClimateSnapshot } from "@/lib/data/climate-snapshots";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { withFrozenPlan } from "./with-frozen-plan";

/**
 * Keeps the plan of a collectivity as it stands now, under a name.
 *
 * @param reason - Why, or null.
 * @returns The id of what was kept.
 * @throws {DomainError} PLAN_UNDER_AUDIT or PLAN_AUDITED: an audit keeps the plan by itself.
 */
export async function takeClimateSnapshot(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  name: string,
  reason: string | null = null,
): Promise<string> {
  return withFrozenPlan(collectivityId, name, ({ stamp, snapshot }) =>
    insertClimateSnapshot(collectivityId, actor, { stamp, snapshot: { ...snapshot, reason } }),
  );
}
