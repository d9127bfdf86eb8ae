import type { NodeScore } from "./node-score";
import { roundHalfUp } from "./round-half-up";
import type { ScoringTree } from "./scoring-tree";
import type { TreeScores } from "./tree-scores";

const DIGITS = 3;

/** The score of one node, rounded: the only place where points are. */
export function readNodeScore(tree: ScoringTree, scores: TreeScores, index: number): NodeScore {
  return {
    referencePoints: round(tree.points, index),
    potentialPoints: round(scores.potentialPoints, index),
    donePoints: round(scores.donePoints, index),
    plannedPoints: round(scores.plannedPoints, index),
    notDonePoints: round(scores.notDonePoints, index),
    unfilledPoints: round(scores.unfilledPoints, index),
    concerned: scores.concerned[index] === 1,
    deactivated: scores.deactivated[index] === 1,
    completedTasks: scores.completedTasks[index] as number,
    totalTasks: scores.totalTasks[index] as number,
  };
}

function round(column: Float64Array, index: number): number {
  const points = column[index] as number;
  return points === 0 ? 0 : roundHalfUp(points, DIGITS);
}
