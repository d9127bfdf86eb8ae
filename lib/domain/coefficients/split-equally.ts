import { WHOLE_PPM } from "./coefficients";

/**
 * Gives everybody the same share, as exactly as a precision allows: what cannot be divided goes to the first ones, one
 * unit each.
 *
 * @param count - How many share.
 * @param unitPpm - The precision: 10 000 for a whole percent, 1 for four decimals of a percent. [ppm]
 * @param wholePpm - What is shared; a rest smaller than the precision is left. [ppm]
 * @returns Integers that differ by one unit at most. [ppm] (count,)
 *
 * @example
 * splitEqually(3, 100); // => [333400, 333300, 333300], 100 % in all
 */
export function splitEqually(count: number, unitPpm: number, wholePpm = WHOLE_PPM): number[] {
  const units = Math.floor(wholePpm / unitPpm);
  const each = Math.floor(units / count);
  const oneMore = units - each * count;
  return Array.from({ length: count }, (_, index) => (each + (index < oneMore ? 1 : 0)) * unitPpm);
}
