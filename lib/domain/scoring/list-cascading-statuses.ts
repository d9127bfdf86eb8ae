import type { ActionStatus } from "./action-status";
import type { ScoringTree } from "./scoring-tree";

const UNFILLED: ActionStatus = { status: "unfilled" };

/**
 * What a batch of statuses writes beside itself: a task that is answered turns the answer of its sub-action into
 * `unfilled`, so that its tasks count again, unless the batch answers the sub-action too. Tasks are left alone.
 *
 * @param existing - The statuses before the batch.
 * @returns Further statuses, by id.
 */
export function listCascadingStatuses(
  { parents, ids, indexById, depths, measureDepth }: ScoringTree,
  existing: ReadonlyMap<string, ActionStatus>,
  batch: ReadonlyMap<string, ActionStatus>,
): ReadonlyMap<string, ActionStatus> {
  const written = new Map<string, ActionStatus>();
  for (const id of batch.keys()) {
    const parent = parents[indexById.get(id) ?? 0] as number;
    if (parent < 0 || (depths[parent] as number) <= measureDepth) continue;
    const parentId = ids[parent] as string;
    const before = existing.get(parentId);
    if (before && before.status !== "unfilled" && !batch.has(parentId)) written.set(parentId, UNFILLED);
  }
  return written;
}
