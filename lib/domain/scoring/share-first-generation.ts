import type { Worth } from "./worth";

const WHOLE_PERCENT = 100;

/**
 * Reads the worths of a referential of the first generation (2021), where what is called points below a measure is its
 * percent of the parent, and siblings without any share what remains of it equally.
 *
 * @param measureDepth - Depth of a measure, counted by the parts of its id: 3 for 3.1.1.
 * @returns The same worths, as the second generation writes them.
 */
export function shareFirstGeneration(node: Worth, measureDepth: number): Worth {
  const children = node.children.map((child) => shareFirstGeneration(child, measureDepth));
  if (depthOf(node.id) < measureDepth) return { ...node, children };
  const written = children.map(({ points }) => points);
  const given = written.reduce<number>((sum, points) => sum + (points ?? 0), 0);
  const without = written.filter((points) => points === null).length;
  const share = Math.max(0, WHOLE_PERCENT - given) / Math.max(1, without);
  return { ...node, children: children.map((child) => ({ ...child, points: null, percent: child.points ?? share })) };
}

function depthOf(id: string): number {
  return id === "" ? 0 : id.split(".").length;
}
