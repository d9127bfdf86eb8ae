import type { Referential, ReferentialNode } from "./referential";

/** What a referential is made of. */
export type ReferentialCounts = {
  /** [points] */
  readonly points: number;
  readonly axes: number;
  readonly measures: number;
  readonly subActions: number;
  readonly tasks: number;
};

/** Counts what a referential is made of; what groups measures counts whether or not it is written. */
export function countReferential({ root, measureDepth }: Referential): ReferentialCounts {
  const counts = { axes: 0, measures: 0, subActions: 0, tasks: 0 };
  const visit = (node: ReferentialNode, depth: number) => {
    if (depth === 1 && depth < measureDepth) counts.axes += 1;
    if (depth === measureDepth) counts.measures += 1;
    if (depth === measureDepth + 1) counts.subActions += 1;
    if (depth > measureDepth + 1) counts.tasks += 1;
    for (const child of node.children) visit(child, depth + 1);
  };
  visit(root, 0);
  return { points: root.points, ...counts };
}
