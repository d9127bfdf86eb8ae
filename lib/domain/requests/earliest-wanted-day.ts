import { earliestEffectDay } from "@/lib/domain/coefficients/earliest-effect-day";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { addMonths } from "@/lib/domain/time/add-months";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { SUSPENSION_DAYS, TERMINATION_NOTICE_MONTHS } from "./request-delays";
import type { RequestKind } from "./request-kind";

/**
 * The first effect day that can be asked for when a request is sent on a day.
 *
 * Perimeter and coefficients: 15 working days. Termination: two months; it may still take effect later, see
 * `expectedEffectDay`. Suspension: the ten calendar days of the DSO's own letter, since the text gives none for ours.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1, 4.2, 4.3, 8.5.1 and 8.6.1.
 */
export function earliestWantedDay(
  kind: RequestKind,
  sentDay: CivilDate,
  region: HolidayRegion = "metropolitan",
): CivilDate {
  if (kind === "termination") return addMonths(sentDay, TERMINATION_NOTICE_MONTHS);
  return kind === "suspension" ? addDays(sentDay, SUSPENSION_DAYS) : earliestEffectDay(sentDay, region);
}
