import "server-only";
import { insertClimateSnapshot, listClimateSnapshotHeads } from "@/lib/data/climate-snapshots";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { DEMONSTRATION_FIRST_STATUSES, DEMONSTRATION_SNAPSHOTS } from "@/lib/domain/demonstration/demonstration-plan";
import { setClimateStatuses } from "./set-climate-statuses";
import { withFrozenPlan } from "./with-frozen-plan";

const [WINTER, AUTUMN] = DEMONSTRATION_SNAPSHOTS;

/** Answers as the demonstration commune did in winter, and keeps that; once. */
export async function keepDemonstrationWinter(collectivityId: AuthorizedClimatePlanId, actor: Actor): Promise<void> {
  if ((await listClimateSnapshotHeads(collectivityId)).length > 0) return;
  await setClimateStatuses(collectivityId, actor, DEMONSTRATION_FIRST_STATUSES);
  await keep(collectivityId, actor, WINTER);
}

/** Keeps the plan of the demonstration as it is now, after that of winter; once. */
export async function keepDemonstrationAutumn(collectivityId: AuthorizedClimatePlanId, actor: Actor): Promise<void> {
  const kept = await listClimateSnapshotHeads(collectivityId);
  if (kept.length === 1 && kept[0]?.name === WINTER.name) await keep(collectivityId, actor, AUTUMN);
}

async function keep(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  { name, reason, takenAtMs }: (typeof DEMONSTRATION_SNAPSHOTS)[number],
): Promise<void> {
  const takenAt = new Date(takenAtMs);
  await withFrozenPlan(collectivityId, name, ({ stamp, snapshot }) =>
    insertClimateSnapshot(collectivityId, actor, { stamp, snapshot: { ...snapshot, reason, takenAt } }),
  );
}
