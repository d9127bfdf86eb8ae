import { WHOLE_PPM } from "./coefficients";
import { roundStep } from "./round-step";

/**
 * Rounds a row of shares to a precision by largest remainder: each is its value rounded down or up, and those that lose
 * most by rounding down go up. The row adds up to its own total rounded down to the precision, never above the whole.
 *
 * @param shares - Fractions of the whole, each ≥ 0, together at most 1. (C,)
 * @param unitPpm - The precision: 10 000 for a whole percent, 1 for four decimals of a percent. [ppm]
 * @param wholePpm - What the fractions are of. [ppm]
 * @returns Multiples of `unitPpm`, in the same order. Ties go to the first. [ppm] (C,)
 *
 * @see Annexe 5: a step's coefficients never add up to more than 100 %.
 *
 * @example
 * roundToPrecision([1 / 3, 1 / 3, 1 / 3], 100); // => [333400, 333300, 333300]
 */
export function roundToPrecision(shares: readonly number[], unitPpm: number, wholePpm = WHOLE_PPM): number[] {
  const rounded = new Uint32Array(shares.length);
  roundStep(
    shares.map((share) => share * wholePpm),
    unitPpm,
    rounded,
  );
  return [...rounded];
}
