import { lastSendingDay } from "@/lib/domain/coefficients/last-sending-day";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { addMonths } from "@/lib/domain/time/add-months";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { SUSPENSION_DAYS, TERMINATION_DELAY_MONTHS } from "./request-delays";
import type { RequestKind } from "./request-kind";

/**
 * The last day on which a request can be sent to hold from the wanted day on.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1, 4.2, 4.3, 8.5.1 and 8.6.1.
 *
 * @example
 * lastRequestDay("perimeter", civilDate("2026-09-01")); // => "2026-08-11"
 */
export function lastRequestDay(
  kind: RequestKind,
  wantedDay: CivilDate,
  region: HolidayRegion = "metropolitan",
): CivilDate {
  if (kind === "suspension") return addDays(wantedDay, -SUSPENSION_DAYS);
  if (kind !== "termination") return lastSendingDay(wantedDay, region);
  // Months end on different days: several may lead to the same one.
  let day = addMonths(wantedDay, -TERMINATION_DELAY_MONTHS);
  while (addMonths(addDays(day, 1), TERMINATION_DELAY_MONTHS) <= wantedDay) day = addDays(day, 1);
  return day;
}
