import type { MonthlyAnniversary } from "./settlement-calendar";

/**
 * The anniversaries that stand, once each move has replaced those that count from its day or later.
 *
 * So a move that was announced and called off, or announced for another day, is recorded as one more move: what was
 * recorded is never changed.
 *
 * @param first - The anniversary the operation started with.
 * @param moves - In the order they were recorded.
 * @returns Sorted by day, never empty.
 * @see Convention Enedis-FOR-CF_01E, art. 4, preamble: the DSO moves the anniversary and notifies it.
 *
 * @example
 * const first = { from: civilDate("2026-01-01"), dayOfMonth: 1 };
 * const announced = { from: civilDate("2026-07-02"), dayOfMonth: 15 };
 * const calledOff = { from: civilDate("2026-07-02"), dayOfMonth: 1 };
 * standingAnniversaries(first, [announced, calledOff]); // => [first, calledOff]
 */
export function standingAnniversaries(
  first: MonthlyAnniversary,
  moves: readonly MonthlyAnniversary[],
): readonly MonthlyAnniversary[] {
  return moves.reduce<readonly MonthlyAnniversary[]>(
    (standing, move) => [...standing.filter(({ from }) => from < move.from), move],
    [first],
  );
}
