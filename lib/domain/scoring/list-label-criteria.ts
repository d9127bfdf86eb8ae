import { doneRatio } from "./done-ratio";
import type { ScoringTree } from "./scoring-tree";
import type { TreeScores } from "./tree-scores";

/** What an action must have reached before a star may be asked for. */
type Criterion = {
  readonly node: string;
  readonly star: number;
  /** `planned` counts what is planned with what is done. */
  readonly counts: "done" | "planned";
  /** From 0 to 1, inclusive. */
  readonly minRatio: number;
};

/** A criterion, and how far the plan is with it. */
export type LabelCriterion = Criterion & {
  /** Null: the referential does not have the action. From 0 to 1 otherwise. */
  readonly ratio: number | null;
  readonly isMet: boolean;
};

/** Of the Climat-Air-Énergie programme. */
const CAE: readonly Criterion[] = [
  { node: "cae_5.1.2.1.1", star: 1, counts: "done", minRatio: 1 },
  { node: "cae_5.1.1.1.3", star: 1, counts: "done", minRatio: 1 },
  { node: "cae_5.1.1.3.2", star: 1, counts: "planned", minRatio: 1 },
  { node: "cae_1.1.2", star: 1, counts: "done", minRatio: 0.2 },
  { node: "cae_1.1.2.0.1", star: 1, counts: "planned", minRatio: 1 },
  { node: "cae_1.1.2.0.2", star: 1, counts: "planned", minRatio: 1 },
  { node: "cae_1.1.1.1.1", star: 2, counts: "done", minRatio: 1 },
  { node: "cae_1.1.2.0.1", star: 2, counts: "done", minRatio: 1 },
  { node: "cae_1.1.2.0.2", star: 2, counts: "done", minRatio: 1 },
];

/** Sums of points in binary may miss a threshold by their last digits. */
const TOLERANCE = 1e-9;

/**
 * What the programme asks of some actions before a star: of each action, what the highest star up to the one asked for
 * asks. An action that personalisation deactivated is not asked; one whose parent answers for it has its parent's ratios.
 *
 * @param answered - Ids of the actions with a status that says what is done.
 * @param star - The one to be asked for, 1 to 5.
 * @returns In the order of the programme.
 */
export function listLabelCriteria(
  tree: ScoringTree,
  scores: TreeScores,
  answered: ReadonlySet<string>,
  star: number,
): readonly LabelCriterion[] {
  const asked = new Map<string, Criterion>();
  for (const criterion of CAE) if (criterion.star <= star) asked.set(criterion.node, criterion);
  return [...asked.values()].flatMap((criterion): readonly LabelCriterion[] => {
    const own = tree.indexById.get(criterion.node);
    if (own === undefined) return [{ ...criterion, ratio: null, isMet: false }];
    if (scores.deactivated[own]) return [];
    const parent = tree.parents[own] as number;
    const index = answered.has(tree.ids[parent] ?? "") ? parent : own;
    const ratio = doneRatio(scores, index) + (criterion.counts === "planned" ? plannedRatio(scores, index) : 0);
    return [{ ...criterion, ratio, isMet: ratio >= criterion.minRatio - TOLERANCE }];
  });
}

function plannedRatio({ potentialPoints, plannedPoints, plannedTasks, totalTasks }: TreeScores, index: number): number {
  const points = potentialPoints[index] as number;
  return points > 0
    ? (plannedPoints[index] as number) / points
    : (plannedTasks[index] as number) / (totalTasks[index] as number);
}
