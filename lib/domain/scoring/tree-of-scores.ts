import { compareNodeIds } from "./compare-node-ids";
import type { NodeScore } from "./node-score";
import { prepareScoringTree } from "./prepare-scoring-tree";
import type { ScoringTree } from "./scoring-tree";

type Building = { readonly id: string; readonly points: number; readonly children: Building[] };

/**
 * The tree that kept scores were computed on, from their ids alone: what a plan was made of may have changed since.
 *
 * @param root - Its id, in front of all others: `cae`.
 */
export function treeOfScores(
  scores: Readonly<Record<string, NodeScore>>,
  root: string,
  measureDepth: number,
): ScoringTree {
  const numberOf = (id: string) => (id === root ? "" : id.slice(root.length + 1));
  const byNumber = new Map<string, Building>();
  const ids = Object.keys(scores).sort((a, b) => compareNodeIds(numberOf(a), numberOf(b)));
  for (const id of ids) {
    const number = numberOf(id);
    const node: Building = { id, points: scores[id]?.referencePoints ?? 0, children: [] };
    byNumber.set(number, node);
    if (number !== "") byNumber.get(number.split(".").slice(0, -1).join("."))?.children.push(node);
  }
  return prepareScoringTree(byNumber.get("") ?? { id: root, points: 0 }, measureDepth);
}
