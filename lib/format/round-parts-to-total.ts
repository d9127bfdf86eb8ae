/**
 * Rounds parts so that what is shown adds up to the total that is shown (largest remainder):
 * each part is its value rounded down or up, and the parts lost most by rounding down go up.
 *
 * Unknown parts stay unknown and the known ones still add up among themselves.
 *
 * @param parts - In the unit shown, kWh for instance. `null` or `NaN` = unknown.
 * @param decimals - Decimals shown.
 * @param total - What the parts make up; their own sum by default. It must be that sum, floating-point dust apart.
 * @returns The rounded parts, in the same order; `null` where unknown.
 * @throws {Error} when the total is not the sum of the parts: no rounding can hide that.
 * @example
 * roundPartsToTotal([33.35, 33.35, 33.3], 1); // => [33.4, 33.3, 33.3], and 100.0 in all
 */
export function roundPartsToTotal(
  parts: readonly (number | null)[],
  decimals: number,
  total = sumKnown(parts),
): (number | null)[] {
  const scale = 10 ** decimals;
  const scaled = parts.map((part) => (isKnown(part) ? cleanDust(part * scale) : null));
  const floors = scaled.map((value) => (value === null ? null : Math.floor(value)));
  const missingUnits = Math.round(cleanDust(total * scale)) - sumKnown(floors);
  const known = scaled.flatMap((value, index) => (value === null ? [] : [{ index, rest: value - Math.floor(value) }]));
  if (missingUnits < 0 || missingUnits > known.length) {
    throw new Error(`${parts.length} parts cannot be rounded to the total ${total}: it is not their sum`);
  }
  known.sort((a, b) => b.rest - a.rest || a.index - b.index); // the same order everywhere, ties included
  const up = new Set(known.slice(0, missingUnits).map(({ index }) => index));
  return floors.map((floor, index) => (floor === null ? null : (floor + (up.has(index) ? 1 : 0)) / scale));
}

function isKnown(value: number | null): value is number {
  return value !== null && !Number.isNaN(value);
}

function sumKnown(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => (isKnown(value) ? sum + value : sum), 0);
}

// 1.1 × 10 is 11.000000000000002: without this, exact parts would be floored one unit too low or pushed up.
function cleanDust(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-9 * Math.max(1, Math.abs(value)) ? whole : value;
}
