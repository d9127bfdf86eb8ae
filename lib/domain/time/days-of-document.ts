import { addDays, type CivilDate } from "./civil-date";
import { listSettlementPeriods } from "./list-settlement-periods";
import type { Period } from "./period";
import type { SettlementCalendar } from "./settlement-calendar";

/**
 * The days a document speaks of that names its first day and an end, without saying whether the end counts.
 *
 * The DSO computes from one monthly anniversary (DAM) to the next: where the end is one, it does not count; where the
 * day after it is one, it does [I]. Anywhere else nobody can tell.
 *
 * @param days - As the document gives them.
 * @param calendar - Of the operation.
 * @returns Null where the calendar does not decide, or the end comes before the first day.
 *
 * @example
 * const calendar = { startDate: civilDate("2026-01-01"), anniversaries: [{ from: civilDate("2026-01-01"), dayOfMonth: 1 }] };
 * daysOfDocument({ from: civilDate("2026-03-01"), end: civilDate("2026-03-31") }, calendar);
 * // => { from: "2026-03-01", toExclusive: "2026-04-01" }
 */
export function daysOfDocument(
  { from, end }: { readonly from: CivilDate; readonly end: CivilDate },
  calendar: SettlementCalendar,
): Period | null {
  const dayAfter = addDays(end, 1);
  const starts = new Set(listSettlementPeriods(calendar, addDays(dayAfter, 1)).map((period) => period.from));
  const isEndOut = end > from && starts.has(end);
  const isEndIn = end >= from && starts.has(dayAfter);
  if (isEndOut === isEndIn) return null;
  return { from, toExclusive: isEndIn ? dayAfter : end };
}
