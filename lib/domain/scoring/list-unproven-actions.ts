import type { ActionStatus } from "./action-status";
import type { ScoringTree } from "./scoring-tree";

/**
 * The actions said to be done, in whole or in part, that nothing proves, in the order of the tree.
 *
 * What is joined to a sub-action proves its tasks too, and a proof of a task counts for its sub-action.
 *
 * @param proven - Ids of the actions that something is joined to.
 */
export function listUnprovenActions(
  tree: ScoringTree,
  statuses: ReadonlyMap<string, ActionStatus>,
  proven: ReadonlySet<string>,
): readonly string[] {
  return tree.ids.filter((id, index) => {
    const status = statuses.get(id);
    if (!status || !isDone(status)) return false;
    const inside = tree.ids.slice(index, tree.ends[index]);
    const parent = tree.ids[tree.parents[index] as number];
    return !inside.some((each) => proven.has(each)) && (parent === undefined || !proven.has(parent));
  });
}

function isDone(status: ActionStatus): boolean {
  return status.status === "done" || (status.status === "detailed" && status.detail[0] > 0);
}
