import type { AnsweredRows } from "./answered-rows";
import type { ScoringTree } from "./scoring-tree";
import type { TreeScores } from "./tree-scores";

/** What is summed from children to parents. */
type Sums = Omit<TreeScores, "potentialPoints" | "personalisedPoints" | "concerned" | "deactivated">;

/**
 * Step 5, from the leaves up: what is out has no points and counts as completed; an answer of its own counts for a whole
 * node, over whatever its children say; a leaf without one is unfilled; anything else is the sum of its children. So a
 * sub-action kept concerned by an unfilled answer while all its tasks are out has a potential that no part fills.
 *
 * @param potential - What each node can earn. [points] (N,)
 */
export function sumScores(
  { parents, ends, leafChildren, leaves }: ScoringTree,
  potential: Float64Array,
  concerned: Uint8Array,
  rows: AnsweredRows,
): Sums {
  const size = parents.length;
  const column = () => new Float64Array(size);
  const sums: Sums = {
    donePoints: column(),
    plannedPoints: column(),
    notDonePoints: column(),
    unfilledPoints: column(),
    totalTasks: column(),
    completedTasks: column(),
    doneTasks: column(),
    plannedTasks: column(),
    notDoneTasks: column(),
    outTasks: column(),
  };
  const columns = Object.values(sums);
  for (let index = size - 1; index >= 0; index -= 1) {
    if (!concerned[index]) {
      const tasks = Math.max(1, leafChildren[index] as number);
      clear(columns, index);
      sums.totalTasks[index] = tasks;
      sums.completedTasks[index] = tasks;
      sums.outTasks[index] = tasks;
    } else if (rows.filled[index]) {
      clear(columns, index);
      fill(sums, index, potential[index] as number, leaves[index] as number, rows);
    } else if (ends[index] === index + 1) {
      sums.unfilledPoints[index] = potential[index] as number;
      sums.totalTasks[index] = 1;
    }
    const parent = parents[index] as number;
    if (parent < 0) continue;
    for (const each of columns) each[parent] = (each[parent] as number) + (each[index] as number);
  }
  return sums;
}

function clear(columns: readonly Float64Array[], index: number): void {
  for (const each of columns) each[index] = 0;
}

function fill(sums: Sums, index: number, points: number, tasks: number, rows: AnsweredRows): void {
  const done = rows.done[index] as number;
  const planned = rows.planned[index] as number;
  const notDone = rows.notDone[index] as number;
  sums.donePoints[index] = done * points;
  sums.plannedPoints[index] = planned * points;
  sums.notDonePoints[index] = notDone * points;
  sums.totalTasks[index] = tasks;
  sums.completedTasks[index] = tasks;
  sums.doneTasks[index] = done * tasks;
  sums.plannedTasks[index] = planned * tasks;
  sums.notDoneTasks[index] = notDone * tasks;
}
