import "server-only";
import { DomainError } from "@/lib/domain/errors";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { doneRatio } from "@/lib/domain/scoring/done-ratio";
import { highestStar } from "@/lib/domain/scoring/highest-star";
import type { NodeScore } from "@/lib/domain/scoring/node-score";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import { parseRule } from "@/lib/domain/scoring/rules/parse-rule";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import type { ScoreNode } from "@/lib/domain/scoring/scoring-tree";
import type { ScoreCalculation } from "@/lib/schemas/api/score-calculation";
import { withRequestPath } from "./with-request-path";

/** The whole CAE has 1 471 nodes on 6 levels. */
const MAX_NODES = 20_000;
const MAX_LEVELS = 20;
/** Sums and products of what is allowed stay far from what a double can hold. */
const MAX_POINTS = 1e9;
const MAX_FACTOR = 1000;

export type ScoreResult = {
  /** 1 to 5, from the score of the root. */
  readonly stars: number;
  /** By id of every node. */
  readonly scores: Readonly<Record<string, NodeScore>>;
};

/**
 * Scores a referential that was handed in, and keeps nothing.
 *
 * @param request - Its shape is checked; its values are not.
 * @throws {DomainError} TREE_TOO_LARGE, DUPLICATE_NODE, INVALID_POINTS, UNKNOWN_NODE, STATUS_ABOVE_SUB_ACTION,
 *   INVALID_DETAIL, INVALID_FACTOR or INVALID_RULE; its details name the node, and its path in the request.
 */
export function calculateScore(request: ScoreCalculation): ScoreResult {
  assertSize(request.tree);
  return withRequestPath(request, () => {
    const tree = prepareScoringTree(request.tree, request.measureDepth);
    const scores = scoreTree(tree, {
      statuses: new Map(Object.entries(request.statuses)),
      consequences: readConsequences(request),
      redistribute: request.redistribute,
    });
    return {
      stars: highestStar(doneRatio(scores, 0)),
      scores: Object.fromEntries(tree.ids.map((id, index) => [id, readNodeScore(tree, scores, index)])),
    };
  });
}

// Level by level: the deepest tree that JSON can carry must not be walked by recursion.
function assertSize(root: ScoreNode): void {
  let count = 0;
  let levels = 0;
  for (let level: readonly ScoreNode[] = [root]; level.length > 0; levels += 1) {
    count += level.length;
    if (count > MAX_NODES || levels >= MAX_LEVELS) {
      const limit = `${MAX_NODES.toLocaleString("fr-FR")} actions, ${MAX_LEVELS} niveaux`;
      throw new DomainError("TREE_TOO_LARGE", "a tree has too many nodes or levels", { details: { limit } });
    }
    const large = level.find(({ points }) => points > MAX_POINTS);
    if (large) {
      throw new DomainError("INVALID_POINTS", "no action is worth this much", { details: { node: large.id } });
    }
    level = level.flatMap(({ children = [] }) => children);
  }
}

function readConsequences({ consequences }: ScoreCalculation): ReadonlyMap<string, Consequence> {
  const read = new Map<string, Consequence>();
  for (const [id, { deactivated, potentialFactor, scoreFormula }] of Object.entries(consequences)) {
    if (potentialFactor && potentialFactor > MAX_FACTOR) {
      throw new DomainError("INVALID_FACTOR", "no factor is this large", { details: { node: id } });
    }
    read.set(id, {
      deactivated: deactivated ?? false,
      ...(typeof potentialFactor === "number" ? { potentialFactor } : {}),
      ...(typeof scoreFormula === "string" ? { scoreFormula: parseFormula(id, scoreFormula) } : {}),
    });
  }
  return read;
}

function parseFormula(id: string, formula: string) {
  try {
    return parseRule(formula);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, error.message, { cause: error, details: { node: id, ...error.details } });
  }
}
