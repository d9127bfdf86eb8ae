import type { ReferentialNode } from "./referential";

/** A node and all below it, in the order of the referential. */
export function listReferentialNodes(node: ReferentialNode): readonly ReferentialNode[] {
  return [node, ...node.children.flatMap(listReferentialNodes)];
}
