import type { ActionStatus } from "./action-status";
import { type ScoringInput, scoreTree } from "./score-tree";
import type { ScoringTree } from "./scoring-tree";
import type { TreeScores } from "./tree-scores";

/** The scores a plan would have once all that is planned is done, score formulas included. */
export function scoreAllPlanned(tree: ScoringTree, input: ScoringInput): TreeScores {
  const statuses = new Map([...input.statuses].map(([id, status]) => [id, doPlanned(status)] as const));
  return scoreTree(tree, { ...input, statuses });
}

function doPlanned(status: ActionStatus): ActionStatus {
  if (status.status === "planned") return { status: "done" };
  if (status.status !== "detailed") return status;
  const [done, planned, notDone] = status.detail;
  return { status: "detailed", detail: [done + planned, 0, notDone] };
}
