import { addWorkingDays } from "@/lib/domain/deadlines/add-working-days";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { NOTICE_WORKING_DAYS } from "./notice-working-days";

/**
 * The first day from which another kind of coefficients, or other static values, can apply when the DSO is told on a
 * day: the notice, counted back from it, reaches that day or a later one. It may be a day off.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.2 and 4.3.
 */
export function earliestEffectDay(sentDay: CivilDate, region: HolidayRegion): CivilDate {
  let day = addDays(sentDay, 1);
  while (addWorkingDays(day, -NOTICE_WORKING_DAYS, region) < sentDay) day = addDays(day, 1);
  return day;
}
