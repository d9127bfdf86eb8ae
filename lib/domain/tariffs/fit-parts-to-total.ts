/**
 * Moves rounding dust between parts and their total, so that adding the parts in order gives the total to its last bit.
 *
 * @param parts - ≥ 0, all known.
 * @param total - Their sum, dust apart.
 * @returns The parts in the same order; each moved by dust at most, none below 0. No case is known where dust stays.
 * @throws {Error} when the total is not the sum of the parts.
 */
export function fitPartsToTotal(parts: readonly number[], total: number): readonly number[] {
  if (Math.abs(sum(parts) - total) > 1e-9 * Math.max(1, Math.abs(total))) {
    throw new Error(`${parts.length} parts do not add up to the total ${total}`);
  }
  const fitted = [...parts];
  // The largest first: it bears the dust best. Where its last bit is too coarse, the next ones are finer.
  const order = [...fitted.keys()].sort((a, b) => (fitted[b] as number) - (fitted[a] as number));
  for (const index of order) {
    if (settleOn(fitted, index, total)) return fitted;
  }
  return fitted;
}

const MAX_MOVES = 8; // each halves what remains; two are enough in practice

function settleOn(parts: number[], index: number, total: number): boolean {
  for (let move = 0; move < MAX_MOVES; move += 1) {
    const missing = total - sum(parts);
    if (missing === 0) return true;
    parts[index] = Math.max(0, (parts[index] as number) + missing / (move < 2 ? 1 : 2));
  }
  return sum(parts) === total;
}

function sum(parts: readonly number[]): number {
  let result = 0;
  for (const part of parts) result += part;
  return result;
}
