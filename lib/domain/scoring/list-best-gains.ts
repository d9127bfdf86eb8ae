import type { ActionStatus, StatusDetail } from "./action-status";
import type { Consequence } from "./consequence";
import { detailOf } from "./detail-of";
import { listRuleReferences } from "./rules/list-rule-references";
import { type ScoringInput, scoreTree } from "./score-tree";
import type { ScoringTree } from "./scoring-tree";
import type { TreeScores } from "./tree-scores";

/** What doing an action adds to the points done of the whole plan. [points] */
export type ActionGain = { readonly id: string; readonly points: number };

/** Which part of an action is taken as done: the part planned, or the part not done or not filled. */
export type GainSource = "planned" | "open";

/** Sums in binary differ by their last digits. [points] */
const DUST = 1e-9;

/**
 * The actions whose planned part, or open part, adds most to the score once done, each alone: the score after it less
 * the score before it.
 *
 * A status of an action that counts moves no potential, so that its gain is that part of its own points. Where a score
 * formula reads or scales it, and there only, the tree is scored again.
 *
 * @param scores - Of this tree with this input.
 * @param limit - How many at most.
 * @returns The most first, ties in the order of the tree; nothing that adds nothing.
 */
export function listBestGains(
  tree: ScoringTree,
  input: ScoringInput,
  scores: TreeScores,
  source: GainSource,
  limit: number,
): readonly ActionGain[] {
  const inFormulas = markFormulas(tree, input.consequences);
  const gains: { index: number; points: number }[] = [];
  for (const { index, before } of listCounting(tree, input, scores)) {
    const after = source === "planned" ? doPlanned(before) : doOpen(before);
    if (!after) continue;
    const points = inFormulas[index]
      ? scoreAgain(tree, input, index, after) - (scores.donePoints[0] as number)
      : (after[0] - (before?.[0] ?? 0)) * (scores.potentialPoints[index] as number);
    if (points > DUST) gains.push({ index, points });
  }
  gains.sort((a, b) => (Math.abs(a.points - b.points) > DUST ? b.points - a.points : a.index - b.index));
  return gains.slice(0, limit).map(({ index, points }) => ({ id: tree.ids[index] as string, points }));
}

type Counting = { readonly index: number; readonly before: StatusDetail | null };

/** The actions whose status counts: concerned, none above answers for them, and nothing below would instead. */
function listCounting(tree: ScoringTree, { statuses }: ScoringInput, scores: TreeScores): Counting[] {
  const { ids, parents, depths, measureDepth } = tree;
  const isAnswered = new Uint8Array(ids.length);
  const isSum = markSums(tree, scores);
  const counting: Counting[] = [];
  for (const [index, id] of ids.entries()) {
    const isClosed = index > 0 && isAnswered[parents[index] as number] === 1;
    const status = statuses.get(id);
    const before = status ? detailOf(status, id) : null;
    isAnswered[index] = isClosed || before ? 1 : 0;
    if (isClosed || !scores.concerned[index] || (depths[index] as number) <= measureDepth) continue;
    if (before || !isSum[index]) counting.push({ index, before });
  }
  return counting;
}

/** 1: something below it is concerned, and makes its points unless it is answered itself. (N,) */
function markSums({ parents }: ScoringTree, { concerned }: TreeScores): Uint8Array {
  const isSum = new Uint8Array(parents.length);
  for (let index = 1; index < parents.length; index += 1) {
    if (concerned[index]) isSum[parents[index] as number] = 1;
  }
  return isSum;
}

function doPlanned(before: StatusDetail | null): StatusDetail | null {
  return before && before[1] > 0 ? [before[0] + before[1], 0, before[2]] : null;
}

function doOpen(before: StatusDetail | null): StatusDetail | null {
  if (!before) return [1, 0, 0];
  return before[2] > 0 ? [before[0] + before[2], before[1], 0] : null;
}

/** 1: in what a formula scales or reads. (N,) */
function markFormulas({ ids, indexById, ends }: ScoringTree, consequences: ReadonlyMap<string, Consequence>) {
  const marked = new Uint8Array(ids.length);
  for (const [id, { scoreFormula }] of consequences) {
    if (!scoreFormula) continue;
    for (const node of [id, ...listRuleReferences(scoreFormula).scoredNodes]) {
      const index = indexById.get(node);
      if (index !== undefined) marked.fill(1, index, ends[index]);
    }
  }
  return marked;
}

function scoreAgain(tree: ScoringTree, input: ScoringInput, index: number, detail: StatusDetail): number {
  const status: ActionStatus = { status: "detailed", detail };
  const statuses = new Map(input.statuses).set(tree.ids[index] as string, status);
  return scoreTree(tree, { ...input, statuses }).donePoints[0] as number;
}
