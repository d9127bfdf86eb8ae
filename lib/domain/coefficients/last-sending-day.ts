import { addWorkingDays } from "@/lib/domain/deadlines/add-working-days";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { NOTICE_WORKING_DAYS } from "./notice-working-days";

/**
 * The last day on which the DSO can be told so that a key applies from a wanted day on: the notice is counted back from
 * that day.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.2 and 4.3.
 *
 * @example
 * lastSendingDay(civilDate("2027-02-01"), "metropolitan"); // => "2027-01-11"
 */
export function lastSendingDay(from: CivilDate, region: HolidayRegion): CivilDate {
  return addWorkingDays(from, -NOTICE_WORKING_DAYS, region);
}
