import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { contactBindingDay } from "@/lib/domain/operation/contact-binding-day";
import { addMonths } from "@/lib/domain/time/add-months";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { ConventionLetter } from "./convention-letter";

const SUSPENSION_DAYS = 10; // calendar days, art. 8.5.1 and 8.6.1

/**
 * The day what a letter announces takes effect: as the convention counts it where it does, else as the letter says; null
 * when nothing takes effect.
 *
 * A termination takes effect on the later of the wanted day and three months after its sending: art. 8.5.1 says both.
 * A suspension for safety holds from the letter's own day.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 8.5.1, 8.6.1, 8.10.
 */
export function letterEffectDay(letter: ConventionLetter, region: HolidayRegion): CivilDate | null {
  const { kind, receivedDay, sentDay, effectDay, isImmediate } = letter;
  const sent = sentDay ?? receivedDay;
  switch (kind) {
    case "suspension":
      return isImmediate ? sent : addDays(sent, SUSPENSION_DAYS);
    case "breach_termination":
      return addDays(sent, SUSPENSION_DAYS);
    case "termination":
      return [effectDay ?? sent, addMonths(sent, 3)].toSorted().at(-1) ?? null;
    case "contact_change":
      return contactBindingDay(receivedDay, region);
    default:
      return effectDay;
  }
}
