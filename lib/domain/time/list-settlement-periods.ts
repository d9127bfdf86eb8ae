import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "./civil-date";
import type { Period } from "./period";
import type { MonthlyAnniversary, SettlementCalendar } from "./settlement-calendar";

/**
 * The settlement periods of an operation, in order and without a hole.
 *
 * Each runs from the monthly anniversary (DAM) of month M−1 to the day before
 * that of month M; the first one starts with the operation. Where the
 * anniversary moves, the period of the move is longer or shorter.
 *
 * @param calendar - Start of the operation and its anniversaries.
 * @param until - Periods that start on this day or later are left out.
 * @returns The last period may end after `until`.
 * @throws {DomainError} INVALID_ANNIVERSARY when the list is empty, unsorted, or
 *   holds a day outside 1 to 31.
 * @see Convention Enedis-FOR-CF_01E, art. 4, preamble (Date Anniversaire Mensuelle).
 *
 * @example
 * const anniversaries = [{ from: civilDate("2026-01-31"), dayOfMonth: 31 }];
 * listSettlementPeriods({ startDate: civilDate("2026-01-31"), anniversaries }, civilDate("2026-03-01"));
 * // => [{ from: "2026-01-31", toExclusive: "2026-02-28" }, { from: "2026-02-28", toExclusive: "2026-03-31" }]
 */
export function listSettlementPeriods(calendar: SettlementCalendar, until: CivilDate): readonly Period[] {
  assertAnniversaries(calendar.anniversaries);
  const periods: Period[] = [];
  let from = calendar.startDate;
  while (from < until) {
    const toExclusive = nextAnniversary(from, calendar.anniversaries);
    periods.push({ from, toExclusive });
    from = toExclusive;
  }
  return periods;
}

function assertAnniversaries(anniversaries: readonly MonthlyAnniversary[]): void {
  const isValid = anniversaries.every(
    ({ from, dayOfMonth }, index) =>
      Number.isInteger(dayOfMonth) &&
      dayOfMonth >= 1 &&
      dayOfMonth <= 31 &&
      (index === 0 || from > (anniversaries[index - 1] as MonthlyAnniversary).from),
  );
  if (!isValid || anniversaries.length === 0) {
    throw new DomainError("INVALID_ANNIVERSARY", "anniversaries must be sorted days of the month, 1 to 31");
  }
}

// The first anniversary strictly after `day`. An anniversary counts only while
// its entry is in force, so a month may hold none, or two.
function nextAnniversary(day: CivilDate, anniversaries: readonly MonthlyAnniversary[]): CivilDate {
  for (let month = monthIndex(day); ; month += 1) {
    const dates = anniversaries
      .map(({ from, dayOfMonth }, index) => {
        const date = dayInMonth(month, dayOfMonth);
        const isInForce = (index === 0 || date >= from) && date < (anniversaries[index + 1]?.from ?? "A");
        return isInForce && date > day ? date : null;
      })
      .filter((date) => date !== null);
    const [first] = dates.sort();
    if (first) return first;
  }
}

function monthIndex(day: CivilDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function dayInMonth(month: number, dayOfMonth: number): CivilDate {
  const year = Math.floor(month / 12);
  const lastDay = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate();
  const ms = Date.UTC(year, month % 12, Math.min(dayOfMonth, lastDay));
  return new Date(ms).toISOString().slice(0, 10) as CivilDate;
}
