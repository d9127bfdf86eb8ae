import { addMonths } from "@/lib/domain/time/add-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";

const YEAR_MONTHS = 12;

/**
 * The years of an operation a forecast may be told for: the first days of their first civil months, up to the year after
 * the current one. The first begins with the month in which the operation does.
 */
export function listForecastYears(startDay: CivilDate, today: CivilDate): readonly CivilDate[] {
  const years: CivilDate[] = [];
  let from = `${startDay.slice(0, 7)}-01` as CivilDate;
  const last = addMonths(today, YEAR_MONTHS);
  do {
    years.push(from);
    from = addMonths(from, YEAR_MONTHS);
  } while (from <= last);
  return years;
}
