import { addDays, type CivilDate } from "./civil-date";

/**
 * The same day of the month `count` months later (earlier when negative), or the last day of a month that is too short.
 *
 * @param count - Whole number of months.
 *
 * @example
 * addMonths(civilDate("2026-11-30"), 3); // => "2027-02-28"
 */
export function addMonths(day: CivilDate, count: number): CivilDate {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10) as CivilDate;
  const next = new Date(Date.UTC(year, month + count, 1)).toISOString().slice(0, 10) as CivilDate;
  const last = addDays(next, -1);
  const same = addDays(first, dayOfMonth - 1);
  return same < last ? same : last;
}
