import { addWorkingDays } from "@/lib/domain/deadlines/add-working-days";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";

const BINDING_WORKING_DAYS = 10;

/**
 * First day on which new contact details bind the other party: the day after the ten working days that follow its notice.
 *
 * @param noticeDay - The day the other party received the mail or the registered letter.
 * @see Convention Enedis-FOR-CF_01E, art. 8.10: « à l’expiration d’un délai de dix jours ouvrés ».
 *
 * @example
 * contactBindingDay(civilDate("2026-11-03"), "metropolitan"); // => "2026-11-19": 11 November is a holiday
 */
export function contactBindingDay(noticeDay: CivilDate, region: HolidayRegion): CivilDate {
  return addDays(addWorkingDays(noticeDay, BINDING_WORKING_DAYS, region), 1);
}
