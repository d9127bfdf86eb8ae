import type { TreeScores } from "./tree-scores";

/** Which part of a node is done, from 0 to 1: in points, or in tasks where it has no points to earn. */
export function doneRatio({ potentialPoints, donePoints, doneTasks, totalTasks }: TreeScores, index: number): number {
  const points = potentialPoints[index] as number;
  return points > 0
    ? (donePoints[index] as number) / points
    : (doneTasks[index] as number) / (totalTasks[index] as number);
}
