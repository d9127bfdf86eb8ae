import { addDays, type CivilDate, civilDate, isCivilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import type { Period } from "@/lib/domain/time/period";
import type { PeriodAlignment } from "./compare-periods";

/** With what a period is compared: the same dates a year before, what comes just before it, or from a chosen day on. */
export type OtherPeriodChoice = "last_year" | "previous" | { readonly from: CivilDate };

/**
 * The period to lay over another one.
 *
 * Whole months are preceded by as many whole months; any other stretch by as many days. 29 February a year before is
 * 28 February. Aligned by weekday, it is the nearest stretch of as many days that starts on the same weekday.
 */
export function otherPeriod(period: Period, choice: OtherPeriodChoice, alignment: PeriodAlignment): Period {
  const found = byDate(period, choice);
  if (alignment === "date") return found;
  const from = addDays(period.from, Math.round(countDays(period.from, found.from) / 7) * 7);
  return { from, toExclusive: addDays(from, countDays(period.from, period.toExclusive)) };
}

function byDate({ from, toExclusive }: Period, choice: OtherPeriodChoice): Period {
  const dayCount = countDays(from, toExclusive);
  if (choice === "last_year") return { from: addMonths(from, -12), toExclusive: addMonths(toExclusive, -12) };
  if (choice !== "previous") return { from: choice.from, toExclusive: addDays(choice.from, dayCount) };
  const isWholeMonths = from.endsWith("-01") && toExclusive.endsWith("-01");
  const before = isWholeMonths ? addMonths(from, monthIndex(from) - monthIndex(toExclusive)) : addDays(from, -dayCount);
  return { from: before, toExclusive: from };
}

function monthIndex(day: CivilDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function addMonths(day: CivilDate, count: number): CivilDate {
  const month = monthIndex(day) + count;
  const start = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  const same = `${start}-${day.slice(8)}`;
  return isCivilDate(same) ? same : lastDayOf(civilDate(`${start}-01`));
}

// 32 days after its first day one is in the next month.
function lastDayOf(first: CivilDate): CivilDate {
  const inNext = addDays(first, 32);
  return addDays(civilDate(`${inNext.slice(0, 8)}01`), -1);
}
