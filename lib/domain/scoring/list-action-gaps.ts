import type { ActionNote } from "./action-note";
import type { ActionStatus } from "./action-status";
import type { ScoringTree } from "./scoring-tree";
import { shownStatus } from "./shown-status";
import type { TreeScores } from "./tree-scores";

/** What is still to be said of an action. */
export type ActionGap = "status" | "outReason" | "pilot" | "dueDay";

/** A plan, as far as what is said of its actions goes. */
export type SaidPlan = {
  readonly tree: ScoringTree;
  readonly scores: TreeScores;
  readonly statuses: ReadonlyMap<string, ActionStatus>;
  readonly notes: ReadonlyMap<string, ActionNote>;
};

/**
 * What lacks of an action: its status, the reason why it is not concerned, who sees to what is planned and by when.
 *
 * A sub-action with tasks lacks no status: its tasks do. What personalisation takes out needs no reason.
 *
 * @param index - In the tree, of a sub-action or a task.
 */
export function listActionGaps({ tree, scores, statuses, notes }: SaidPlan, index: number): readonly ActionGap[] {
  const id = tree.ids[index] as string;
  const status = statuses.get(id);
  const note = notes.get(id);
  if (!scores.concerned[index]) {
    const isOurs = status?.status === "not_concerned" && !scores.deactivated[index];
    return isOurs && !note?.outReason ? ["outReason"] : [];
  }
  const shown = shownStatus(tree, scores, statuses, index);
  if (shown === null) return tree.ends[index] === index + 1 ? ["status"] : [];
  if (shown === "closed" || !isPlanned(status)) return [];
  return [...(note?.pilot ? [] : (["pilot"] as const)), ...(note?.dueDay ? [] : (["dueDay"] as const))];
}

function isPlanned(status: ActionStatus | undefined): boolean {
  return status?.status === "planned" || (status?.status === "detailed" && status.detail[1] > 0);
}
