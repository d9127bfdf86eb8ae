import { WHOLE_PPM } from "./coefficients";
import { roundToPrecision } from "./round-to-precision";

/** A start in proportion to a figure of each consumer. */
export type WeightedSplit = {
  /** null where the figure is not known: nothing is guessed for it. [ppm] (C,) */
  readonly ppm: readonly (number | null)[];
  /** Whose figure is not known, by rank. */
  readonly unknown: readonly number[];
};

/**
 * Shares in proportion to a figure: annual consumption, subscribed power, surface.
 *
 * A consumer whose figure is not known gets no share and is named; the others share the whole.
 *
 * @param weights - The figures, in any unit, ≥ 0; null where not known. (C,)
 * @param unitPpm - The precision: 10 000 for a whole percent, 1 for four decimals of a percent. [ppm]
 * @param wholePpm - What is shared. [ppm]
 * @returns The whole, rounded by largest remainder; nothing to anybody when every known figure is 0.
 *
 * @example
 * splitByWeight([2, null, 1], 100); // => { ppm: [666700, null, 333300], unknown: [1] }
 */
export function splitByWeight(
  weights: readonly (number | null)[],
  unitPpm: number,
  wholePpm = WHOLE_PPM,
): WeightedSplit {
  // Divided by the largest first: figures of any size add up without overflow.
  const largest = weights.reduce<number>((max, weight) => Math.max(max, weight ?? 0), 0);
  const relative = weights.map((weight) => (largest === 0 ? 0 : (weight ?? 0) / largest));
  const sum = relative.reduce((total, weight) => total + weight, 0);
  const rounded = roundToPrecision(
    relative.map((weight) => (sum === 0 ? 0 : weight / sum)),
    unitPpm,
    wholePpm,
  );
  return {
    ppm: weights.map((weight, index) => (weight === null ? null : (rounded[index] as number))),
    unknown: weights.flatMap((weight, index) => (weight === null ? [index] : [])),
  };
}
