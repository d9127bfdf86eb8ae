import { DomainError } from "@/lib/domain/errors";
import { addDays, type CivilDate } from "./civil-date";
import { listSettlementPeriods } from "./list-settlement-periods";
import type { Period } from "./period";
import type { MonthlyAnniversary, SettlementCalendar } from "./settlement-calendar";
import { standingAnniversaries } from "./standing-anniversaries";

/** One way to bring a new anniversary in: the period it changes, as it becomes. */
export type AnniversaryMoveOption = {
  readonly move: MonthlyAnniversary;
  readonly period: Period;
};

/**
 * The two ways in which a period may end on a new anniversary instead of the one that stands: on the first new day that
 * comes, shorter, or on the second, longer.
 *
 * The text only says that the DSO notifies the new anniversary; which of the two it does, its notice tells [I].
 *
 * @param periodFrom - First day of the period that changes.
 * @param dayOfMonth - New day, 1 to 31.
 * @returns The shorter one first; empty when the period ends on that day of the month already.
 * @throws {DomainError} UNKNOWN_PERIOD when no period starts on `periodFrom`; INVALID_ANNIVERSARY.
 * @see Convention Enedis-FOR-CF_01E, art. 4, preamble.
 *
 * @example
 * const calendar = { startDate: civilDate("2026-01-01"), anniversaries: [{ from: civilDate("2026-01-01"), dayOfMonth: 1 }] };
 * listAnniversaryMoves(calendar, civilDate("2026-06-01"), 15).map(({ period }) => period.toExclusive);
 * // => ["2026-06-15", "2026-07-15"]
 */
export function listAnniversaryMoves(
  calendar: SettlementCalendar,
  periodFrom: CivilDate,
  dayOfMonth: number,
): readonly AnniversaryMoveOption[] {
  const standing = periodFromDay(calendar, periodFrom);
  const shorter = optionFrom(calendar, addDays(periodFrom, 1), dayOfMonth, periodFrom);
  if (shorter.period.toExclusive === standing.toExclusive) return [];
  const isFirst = shorter.period.toExclusive < standing.toExclusive;
  if (!isFirst) return [shorter];
  return [shorter, optionFrom(calendar, addDays(shorter.period.toExclusive, 1), dayOfMonth, periodFrom)];
}

function optionFrom(
  calendar: SettlementCalendar,
  from: CivilDate,
  dayOfMonth: number,
  periodFrom: CivilDate,
): AnniversaryMoveOption {
  const move = { from, dayOfMonth };
  const [first, ...later] = calendar.anniversaries;
  if (!first) throw new DomainError("INVALID_ANNIVERSARY", "a calendar has an anniversary");
  const moved = { ...calendar, anniversaries: standingAnniversaries(first, [...later, move]) };
  return { move, period: periodFromDay(moved, periodFrom) };
}

function periodFromDay(calendar: SettlementCalendar, from: CivilDate): Period {
  const period = listSettlementPeriods(calendar, addDays(from, 1)).at(-1);
  if (period?.from !== from) {
    throw new DomainError("UNKNOWN_PERIOD", "no period starts on this day", { details: { from } });
  }
  return period;
}
