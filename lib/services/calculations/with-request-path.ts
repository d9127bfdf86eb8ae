import { DomainError } from "@/lib/domain/errors";
import type { ScoreNode } from "@/lib/domain/scoring/scoring-tree";
import type { ScoreCalculation } from "@/lib/schemas/api/score-calculation";

/** The domain knows nodes by their ids; who sent them also looks for the place in what was sent. */
export function withRequestPath<T>(request: ScoreCalculation, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof DomainError) || typeof error.details.node !== "string") throw error;
    const path = pathOf(request, error.code, error.details.node);
    throw new DomainError(error.code, error.message, { cause: error, details: { path, ...error.details } });
  }
}

function pathOf({ tree, statuses }: ScoreCalculation, code: DomainError["code"], node: string): string {
  switch (code) {
    case "STATUS_ABOVE_SUB_ACTION":
      return `statuses.${node}`;
    case "INVALID_DETAIL":
      return `statuses.${node}.detail`;
    case "UNKNOWN_NODE":
      return Object.hasOwn(statuses, node) ? `statuses.${node}` : `consequences.${node}`;
    case "INVALID_FACTOR":
      return `consequences.${node}.potentialFactor`;
    case "INVALID_RULE":
      return `consequences.${node}.scoreFormula`;
    default:
      return findInTree(tree, node);
  }
}

/** Of two nodes of one id the second is the one too many. */
function findInTree(root: ScoreNode, id: string): string {
  let found = "tree";
  const waiting = [{ node: root, path: "tree" }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, path } = next;
    if (node.id === id) found = path;
    const children = (node.children ?? []).map((child, index) => ({ node: child, path: `${path}.children.${index}` }));
    waiting.push(...children.reverse());
  }
  return found;
}
