import { WHOLE_PPM } from "./coefficients";

/** What floating point may take from a share: 0.29 × 100 is 28.999999999999996. */
const DUST_UNITS = 1e-6;

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
  const units = shares.map((share) => (share * wholePpm) / unitPpm);
  const rounded = units.map((value) => Math.floor(value + DUST_UNITS));
  const total = units.reduce((sum, value) => sum + value, 0);
  const most = Math.floor(wholePpm / unitPpm);
  const wanted = Math.min(most, Math.floor(total + units.length * DUST_UNITS));
  const left = wanted - rounded.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = units
    .map((value, index) => ({ index, remainder: value - (rounded[index] as number) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) rounded[index] = (rounded[index] as number) + 1;
  return rounded.map((count) => count * unitPpm);
}
