import { DomainError } from "@/lib/domain/errors";
import type { ScoreNode, ScoringTree } from "./scoring-tree";

/**
 * Lays a referential out for scoring.
 *
 * @param measureDepth - Depth of a measure under this root: 3 in the CAE, 2 in the circular economy, 0 for a measure alone.
 * @throws {DomainError} DUPLICATE_NODE for two nodes of one id, INVALID_POINTS for points below 0 or no number.
 */
export function prepareScoringTree(root: ScoreNode, measureDepth: number): ScoringTree {
  const nodes: ScoreNode[] = [];
  const parents: number[] = [];
  const indexById = new Map<string, number>();
  // A list of its own instead of recursion: the depth of what callers send is not ours.
  const waiting: { node: ScoreNode; parent: number }[] = [{ node: root, parent: -1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, parent } = next;
    const index = nodes.length;
    assertNode(node, indexById);
    indexById.set(node.id, index);
    nodes.push(node);
    parents.push(parent);
    for (const child of (node.children ?? []).toReversed()) waiting.push({ node: child, parent: index });
  }
  return { measureDepth, ids: nodes.map(({ id }) => id), indexById, ...columnsOf(nodes, Int32Array.from(parents)) };
}

function assertNode({ id, points }: ScoreNode, indexById: ReadonlyMap<string, number>): void {
  if (indexById.has(id)) throw new DomainError("DUPLICATE_NODE", "two nodes of one id", { details: { node: id } });
  if (!(Number.isFinite(points) && points >= 0)) {
    throw new DomainError("INVALID_POINTS", "points are 0 or more", { details: { node: id, points: String(points) } });
  }
}

function columnsOf(nodes: readonly ScoreNode[], parents: Int32Array) {
  const size = nodes.length;
  const ends = Int32Array.from({ length: size }, (_, index) => index + 1);
  const depths = new Int32Array(size);
  const leafChildren = new Int32Array(size);
  const leaves = new Int32Array(size);
  for (let index = size - 1; index >= 0; index -= 1) {
    const isLeaf = ends[index] === index + 1;
    if (isLeaf) leaves[index] = 1;
    const parent = parents[index] as number;
    if (parent < 0) continue;
    ends[parent] = Math.max(ends[parent] as number, ends[index] as number);
    leaves[parent] = (leaves[parent] as number) + (leaves[index] as number);
    if (isLeaf) leafChildren[parent] = (leafChildren[parent] as number) + 1;
  }
  for (let index = 1; index < size; index += 1) depths[index] = (depths[parents[index] as number] as number) + 1;
  return { parents, ends, depths, leafChildren, leaves, points: Float64Array.from(nodes, ({ points }) => points) };
}
