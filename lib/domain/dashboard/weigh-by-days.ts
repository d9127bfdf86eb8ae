import { countDays } from "@/lib/domain/time/count-days";
import type { Period } from "@/lib/domain/time/period";

/**
 * What some days hold of amounts known for other stretches of days: each stretch counts for the part of its days that
 * lies among them, as if every one of its days held as much.
 *
 * Exact when the days are those of whole stretches.
 *
 * @param days - The days asked for.
 * @param parts - Stretches that do not overlap, in any order, each with its amount; null: not known.
 * @returns Null when a day lies in no stretch, or in one whose amount is not known.
 *
 * @example
 * const october = { from: civilDate("2025-10-01"), toExclusive: civilDate("2025-11-01") };
 * const november = { from: civilDate("2025-11-01"), toExclusive: civilDate("2025-12-01") };
 * weighByDays({ from: civilDate("2025-10-17"), toExclusive: civilDate("2025-11-16") }, [
 *   { period: october, amount: 310 },
 *   { period: november, amount: 150 },
 * ]); // => 150 + 75
 */
export function weighByDays(
  days: Period,
  parts: readonly { readonly period: Period; readonly amount: number | null }[],
): number | null {
  let sum = 0;
  let covered = 0;
  for (const { period, amount } of parts) {
    const from = period.from > days.from ? period.from : days.from;
    const toExclusive = period.toExclusive < days.toExclusive ? period.toExclusive : days.toExclusive;
    const shared = countDays(from, toExclusive);
    if (shared <= 0) continue;
    if (amount === null) return null;
    covered += shared;
    const whole = countDays(period.from, period.toExclusive);
    sum += shared === whole ? amount : (amount * shared) / whole;
  }
  return covered === countDays(days.from, days.toExclusive) ? sum : null;
}
