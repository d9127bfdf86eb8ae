/**
 * Rounds half up, as a person who reads the decimals does: 2.55 becomes 2.6, though no double is 2.55.
 *
 * @param value - 0 or more.
 * @param digits - Decimals kept.
 */
export function roundHalfUp(value: number, digits: number): number {
  const scale = 10 ** digits;
  // A half that binary could only keep from below is a half.
  return Math.floor(value * scale * (1 + 2 * Number.EPSILON) + 0.5) / scale;
}
