import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import type { SettlementCalendar } from "@/lib/domain/time/settlement-calendar";

/** Which months a dashboard shows. */
export type WindowChoice =
  | { readonly kind: "last_twelve" }
  | { readonly kind: "civil_year"; readonly year: number }
  | { readonly kind: "since_start" };

const LAST_PERIODS = 12;

/**
 * The days a dashboard is about. It ends with the last period that is over, settled or not: one that lacks its result is
 * told as lacking.
 *
 * The last twelve are settlement periods, of a month each unless the anniversary moved. A year holds the periods that begin
 * in it.
 *
 * @param endedTo - First day after the last period that is over.
 * @returns Null for a year in which no period begins until then.
 */
export function dashboardWindow(choice: WindowChoice, calendar: SettlementCalendar, endedTo: CivilDate): Period | null {
  const from = firstDay(choice, calendar, endedTo);
  const last = choice.kind === "civil_year" ? (`${choice.year + 1}-01-01` as CivilDate) : endedTo;
  const toExclusive = last < endedTo ? last : endedTo;
  const hasPeriods = listSettlementPeriods(calendar, toExclusive).some((period) => period.from >= from);
  return hasPeriods ? { from, toExclusive } : null;
}

function firstDay(choice: WindowChoice, calendar: SettlementCalendar, endedTo: CivilDate): CivilDate {
  if (choice.kind === "last_twelve") {
    return listSettlementPeriods(calendar, endedTo).at(-LAST_PERIODS)?.from ?? calendar.startDate;
  }
  const january = choice.kind === "civil_year" ? (`${choice.year}-01-01` as CivilDate) : calendar.startDate;
  return january > calendar.startDate ? january : calendar.startDate;
}
