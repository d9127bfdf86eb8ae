import type { AnsweredRows } from "./answered-rows";
import type { Consequence } from "./consequence";
import { doneRatio } from "./done-ratio";
import { evaluateRule } from "./rules/evaluate-rule";
import type { ScoringTree } from "./scoring-tree";
import type { TreeScores } from "./tree-scores";

/**
 * Step 6: a formula on shares replaces the share done of a node. Its done points and all those below are scaled; what is
 * above is summed again, but for nodes with an answer of their own. What a formula holds back goes to no other part.
 *
 * Every formula reads the shares as they were before any, so that their order does not matter.
 *
 * @param scores - Their done points are changed in place.
 */
export function applyScoreFormulas(
  tree: ScoringTree,
  scores: TreeScores,
  rows: AnsweredRows,
  consequences: ReadonlyMap<string, Consequence>,
): void {
  const factors = findFactors(tree, scores, consequences);
  if (!factors) return;
  const { parents } = tree;
  const { donePoints } = scores;
  for (let index = 0; index < parents.length; index += 1) {
    if (Number.isNaN(factors[index]) && index > 0) factors[index] = factors[parents[index] as number] as number;
    if (!Number.isNaN(factors[index])) donePoints[index] = (donePoints[index] as number) * (factors[index] as number);
  }
  sumAgain(tree, donePoints, rows);
}

/** By which each node with a formula is scaled, NaN elsewhere; null when none is. */
function findFactors(
  { parents, indexById }: ScoringTree,
  scores: TreeScores,
  consequences: ReadonlyMap<string, Consequence>,
): Float64Array | null {
  const factors = new Float64Array(parents.length).fill(Number.NaN);
  const scoreOf = (id: string) => {
    const index = indexById.get(id);
    return index === undefined ? null : doneRatio(scores, index);
  };
  let isScaled = false;
  for (const [id, { scoreFormula }] of consequences) {
    const index = indexById.get(id) as number;
    if (!scoreFormula || scores.potentialPoints[index] === 0) continue;
    const ratio = doneRatio(scores, index);
    const wanted = evaluateRule(scoreFormula, { scoreOf });
    if (typeof wanted !== "number" || ratio === 0) continue;
    factors[index] = wanted / ratio;
    isScaled = true;
  }
  return isScaled ? factors : null;
}

function sumAgain({ parents, ends }: ScoringTree, donePoints: Float64Array, rows: AnsweredRows): void {
  const sums = new Float64Array(parents.length);
  for (let index = parents.length - 1; index >= 0; index -= 1) {
    const isSum = ends[index] !== index + 1 && !rows.concernedRow[index] && !rows.outRow[index];
    if (isSum) donePoints[index] = sums[index] as number;
    const parent = parents[index] as number;
    if (parent >= 0) sums[parent] = (sums[parent] as number) + (donePoints[index] as number);
  }
}
