/**
 * Rounds parts to whole numbers that add up to a given total, each to the nearest one where that is possible: those that
 * rounding moved most are moved back first, the first of equals before the others.
 *
 * @param parts - Each ≥ 0 and known; their sum is `total` before it was rounded.
 * @param total - Whole.
 * @param limits - What a part may not exceed, whole; together at least `total`. None: as far as it takes.
 * @returns Whole numbers in the same order. Without limits none is a whole unit away from its part.
 *
 * @example
 * roundWithin([0.4, 0.4, 1.2], 2); // => [1, 0, 1]
 */
export function roundWithin(
  parts: ArrayLike<number>,
  total: number,
  limits: ArrayLike<number> | null = null,
): Float64Array {
  const rounded = Float64Array.from(parts, (part, index) => Math.min(Math.round(part), limits?.[index] ?? Infinity));
  let missing = total - rounded.reduce((sum, value) => sum + value, 0);
  while (missing !== 0) {
    const direction = Math.sign(missing);
    const index = findMostMoved(parts, rounded, direction, limits);
    if (index === null) throw new Error(`${parts.length} parts cannot be rounded to ${total}`);
    rounded[index] = (rounded[index] as number) + direction;
    missing -= direction;
  }
  return rounded;
}

function findMostMoved(
  parts: ArrayLike<number>,
  rounded: Float64Array,
  direction: number,
  limits: ArrayLike<number> | null,
): number | null {
  let found: number | null = null;
  let most = -Infinity;
  for (const [index, value] of rounded.entries()) {
    const isAtEnd = direction > 0 ? value >= (limits?.[index] ?? Infinity) : value <= 0;
    const moved = ((parts[index] as number) - value) * direction;
    if (isAtEnd || moved <= most) continue;
    most = moved;
    found = index;
  }
  return found;
}
