import type { ActionStatus } from "./action-status";
import type { ScoringTree } from "./scoring-tree";
import type { TreeScores } from "./tree-scores";

/**
 * What a sub-action or a task is shown as: its answer; `by_task` where its tasks answer for it; `closed` for a task whose
 * sub-action answers for it; null where nothing is said.
 */
export type ShownStatus = Exclude<ActionStatus["status"], "unfilled"> | "by_task" | "closed" | null;

/** The status a person sees on a node, once scored. */
export function shownStatus(
  { ids, parents, ends }: ScoringTree,
  { concerned }: Pick<TreeScores, "concerned">,
  statuses: ReadonlyMap<string, ActionStatus>,
  index: number,
): ShownStatus {
  if (!concerned[index]) return "not_concerned";
  const filled = (place: number) => {
    const status = statuses.get(ids[place] ?? "")?.status;
    return status === undefined || status === "unfilled" || status === "not_concerned" ? null : status;
  };
  if (filled(parents[index] as number)) return "closed";
  const own = filled(index);
  if (own) return own;
  for (let below = index + 1; below < (ends[index] as number); below += 1) if (filled(below)) return "by_task";
  return null;
}
