import { DomainError } from "@/lib/domain/errors";
import type { Consequence } from "./consequence";
import type { ScoringTree } from "./scoring-tree";

/** What each node may earn once its factors are known, and whether it applies at all. (N,) each */
export type PersonalisedPoints = {
  /** [points] */
  readonly potential: Float64Array;
  /** The same where the node has a factor of its own, NaN elsewhere. [points] */
  readonly own: Float64Array;
  readonly deactivated: Uint8Array;
};

/**
 * Steps 1 and 2: factors multiply downwards, a parent under none sums its children, deactivation flows down.
 *
 * @throws {DomainError} UNKNOWN_NODE for a consequence of no node, INVALID_FACTOR for a factor below 0 or no number.
 */
export function personalisePoints(
  tree: ScoringTree,
  consequences: ReadonlyMap<string, Consequence>,
): PersonalisedPoints {
  const { parents, points } = tree;
  const size = parents.length;
  const deactivated = new Uint8Array(size);
  const own = new Float64Array(size).fill(Number.NaN);
  const factors = new Float64Array(size).fill(Number.NaN); // NaN: neither the node nor one above it has a factor
  for (const [id, consequence] of consequences) {
    const index = placeOf(tree, id);
    if (consequence.deactivated) deactivated[index] = 1;
    if (consequence.potentialFactor === undefined) continue;
    factors[index] = assertFactor(consequence.potentialFactor, id);
    own[index] = 0;
  }
  for (let index = 0; index < size; index += 1) {
    const parent = parents[index] as number;
    if (parent >= 0) {
      deactivated[index] = (deactivated[index] as number) | (deactivated[parent] as number);
      factors[index] = multiply(factors[parent] as number, factors[index] as number);
    }
    // NaN stays NaN: only a factor of its own counts here.
    own[index] = (own[index] as number) + (points[index] as number) * (factors[index] as number);
  }
  return { potential: sumUp(tree, factors), own, deactivated };
}

function sumUp({ parents, ends, points }: ScoringTree, factors: Float64Array): Float64Array {
  const potential = new Float64Array(parents.length);
  for (let index = parents.length - 1; index >= 0; index -= 1) {
    const factor = factors[index] as number;
    if (!Number.isNaN(factor)) potential[index] = (points[index] as number) * factor;
    else if (ends[index] === index + 1) potential[index] = points[index] as number;
    const parent = parents[index] as number;
    if (parent >= 0) potential[parent] = (potential[parent] as number) + (potential[index] as number);
  }
  return potential;
}

function multiply(inherited: number, own: number): number {
  if (Number.isNaN(inherited)) return own;
  return Number.isNaN(own) ? inherited : inherited * own;
}

function placeOf({ indexById }: ScoringTree, id: string): number {
  const index = indexById.get(id);
  if (index === undefined) throw new DomainError("UNKNOWN_NODE", "a rule of no node", { details: { node: id } });
  return index;
}

function assertFactor(factor: number, id: string): number {
  if (Number.isFinite(factor) && factor >= 0) return factor;
  throw new DomainError("INVALID_FACTOR", "a factor is 0 or more", { details: { node: id, factor: String(factor) } });
}
