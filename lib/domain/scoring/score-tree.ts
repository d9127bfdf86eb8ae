import type { ActionStatus } from "./action-status";
import { applyScoreFormulas } from "./apply-score-formulas";
import type { Consequence } from "./consequence";
import { findConcerned } from "./find-concerned";
import { personalisePoints } from "./personalise-points";
import { readRows } from "./read-rows";
import { redistributePoints } from "./redistribute-points";
import type { ScoringTree } from "./scoring-tree";
import { sumScores } from "./sum-scores";
import type { TreeScores } from "./tree-scores";

/** What the scores of a referential depend on. */
export type ScoringInput = {
  /** By id of a sub-action or a task; the order does not matter. */
  readonly statuses: ReadonlyMap<string, ActionStatus>;
  /** By id of any node. */
  readonly consequences: ReadonlyMap<string, Consequence>;
  /** Whether the points of what is out go to the rest of its measure: not in every referential. */
  readonly redistribute: boolean;
};

/**
 * Scores a whole referential from the answers of a collectivity, by the rules of the Climat-Air-Énergie programme.
 *
 * All of it, each time: a pass down and a pass up over its columns cost less than finding out what a change touches, since
 * one status moves the points of its neighbours and all sums above.
 *
 * @throws {DomainError} UNKNOWN_NODE, STATUS_ABOVE_SUB_ACTION, INVALID_DETAIL or INVALID_FACTOR.
 */
export function scoreTree(tree: ScoringTree, { statuses, consequences, redistribute }: ScoringInput): TreeScores {
  const rows = readRows(tree, statuses);
  const { potential, own, deactivated } = personalisePoints(tree, consequences);
  const concerned = findConcerned(tree, rows, deactivated);
  const potentialPoints = redistributePoints(tree, potential, concerned, rows, redistribute);
  const sums = sumScores(tree, potentialPoints, concerned, rows);
  const scores = { potentialPoints, personalisedPoints: own, concerned, deactivated, ...sums };
  applyScoreFormulas(tree, scores, rows, consequences);
  return scores;
}
