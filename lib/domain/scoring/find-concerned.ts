import type { AnsweredRows } from "./answered-rows";
import type { ScoringTree } from "./scoring-tree";

/**
 * Step 3: what is out takes all below it out; a node whose children are all out is out too, unless an answer of its own
 * says that it is concerned.
 *
 * @returns 1 for a node that is concerned, 0 for one that is out. (N,)
 */
export function findConcerned(
  { parents, ends }: ScoringTree,
  { outRow, concernedRow }: AnsweredRows,
  deactivated: Uint8Array,
): Uint8Array {
  const size = parents.length;
  const concerned = new Uint8Array(size);
  for (let index = 0; index < size; index += 1) {
    const parent = parents[index] as number;
    const isOut = outRow[index] || deactivated[index] || (parent >= 0 && !concerned[parent]);
    concerned[index] = isOut ? 0 : 1;
  }
  const hasConcernedChild = new Uint8Array(size);
  for (let index = size - 1; index >= 0; index -= 1) {
    const isLeaf = ends[index] === index + 1;
    if (!(isLeaf || hasConcernedChild[index] || concernedRow[index])) concerned[index] = 0;
    if (concerned[index] && index > 0) hasConcernedChild[parents[index] as number] = 1;
  }
  return concerned;
}
