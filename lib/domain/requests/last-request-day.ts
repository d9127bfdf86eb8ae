import { lastSendingDay } from "@/lib/domain/coefficients/last-sending-day";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { monthsBefore } from "@/lib/domain/time/months-before";
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
  return kind === "termination" ? monthsBefore(wantedDay, TERMINATION_DELAY_MONTHS) : lastSendingDay(wantedDay, region);
}
