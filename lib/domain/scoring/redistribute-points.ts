import type { AnsweredRows } from "./answered-rows";
import type { ScoringTree } from "./scoring-tree";

/**
 * Step 4: from a measure downwards, the points of children that are out go in equal parts to the concerned ones that have
 * points; then every node is what its concerned children make, unless it has an answer of its own and none of them.
 *
 * Above the measures nothing is redistributed: a measure that is out lowers what can be earned.
 *
 * @param potential - After personalisation. [points] (N,)
 * @param redistribute - False for a referential that never redistributes: what is out only lowers the sums.
 * @returns What each node can earn, 0 where it is out. [points] (N,)
 */
export function redistributePoints(
  tree: ScoringTree,
  potential: Float64Array,
  concerned: Uint8Array,
  rows: AnsweredRows,
  redistribute: boolean,
): Float64Array {
  const { parents } = tree;
  const size = parents.length;
  const earned = new Float64Array(size);
  const shares = new Float64Array(size);
  const children: ChildSums = {
    earned: new Float64Array(size),
    out: new Float64Array(size),
    concerned: new Int32Array(size),
    takers: new Int32Array(size),
  };
  for (let index = size - 1; index >= 0; index -= 1) {
    if (concerned[index]) {
      const takers = redistribute ? countTakers(tree, children, index) : 0;
      if (takers > 0) shares[index] = (children.out[index] as number) / takers;
      const sum = (children.earned[index] as number) + (shares[index] as number) * takers;
      earned[index] = isWhole(tree, children, rows, index) ? (potential[index] as number) : sum;
      passUp(children, parents[index] as number, earned[index] as number);
    } else leave(children, parents[index] as number, potential[index] as number);
  }
  growDown(tree, earned, shares);
  return earned;
}

/** What the children of each node bring it. (N,) each */
type ChildSums = {
  /** Of those concerned. [points] */
  readonly earned: Float64Array;
  /** Of those that are out. [points] */
  readonly out: Float64Array;
  readonly concerned: Int32Array;
  /** Concerned, and with points. */
  readonly takers: Int32Array;
};

function countTakers({ depths, measureDepth }: ScoringTree, { takers }: ChildSums, index: number): number {
  return (depths[index] as number) >= measureDepth ? (takers[index] as number) : 0;
}

/** Whether a node is not what its children make: it has none, or all are out and it has an answer of its own. */
function isWhole({ ends }: ScoringTree, children: ChildSums, rows: AnsweredRows, index: number): boolean {
  return ends[index] === index + 1 || (rows.concernedRow[index] === 1 && children.concerned[index] === 0);
}

function leave({ out }: ChildSums, parent: number, points: number): void {
  if (parent >= 0) out[parent] = (out[parent] as number) + points;
}

function passUp(children: ChildSums, parent: number, earned: number): void {
  if (parent < 0) return;
  children.earned[parent] = (children.earned[parent] as number) + earned;
  children.concerned[parent] = (children.concerned[parent] as number) + 1;
  if (earned > 0) children.takers[parent] = (children.takers[parent] as number) + 1;
}

/** A node that takes a share grows as a whole: all below it grows by the same factor. */
function growDown({ parents }: ScoringTree, earned: Float64Array, shares: Float64Array): void {
  const scales = new Float64Array(parents.length).fill(1);
  for (let index = 1; index < parents.length; index += 1) {
    const parent = parents[index] as number;
    const before = earned[index] as number;
    if (before === 0) continue;
    const after = (before + (shares[parent] as number)) * (scales[parent] as number);
    scales[index] = after / before;
    earned[index] = after;
  }
}
