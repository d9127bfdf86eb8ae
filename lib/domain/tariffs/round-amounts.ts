/**
 * Rounds amounts to whole cents that add up to their rounded sum (largest remainder), whatever their signs.
 *
 * @param amounts - All known. [cents]
 * @returns In the same order.
 */
export function roundAmounts(amounts: readonly number[]): {
  readonly total: number;
  readonly parts: readonly number[];
} {
  const clean = amounts.map(cleanDust);
  const total = Math.round(cleanDust(clean.reduce((sum, amount) => sum + amount, 0)));
  const floors = clean.map(Math.floor);
  const missing = total - floors.reduce((sum, floor) => sum + floor, 0);
  const up = new Set(
    [...clean.keys()]
      .sort((a, b) => restOf(clean[b] as number) - restOf(clean[a] as number) || a - b)
      .slice(0, missing),
  );
  // `+ 0` turns −0, which a screen would show, into 0.
  return { total: total + 0, parts: floors.map((floor, index) => floor + (up.has(index) ? 1 : 0) + 0) };
}

const restOf = (amount: number) => amount - Math.floor(amount);

// A product of energies has dust in its last bits: without this, an exact cent could be floored one too low.
function cleanDust(amount: number): number {
  const whole = Math.round(amount);
  return Math.abs(amount - whole) < 1e-9 * Math.max(1, Math.abs(amount)) ? whole : amount;
}
