import { addMonths } from "@/lib/domain/time/add-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { TERMINATION_DELAY_MONTHS } from "./request-delays";
import type { RequestKind } from "./request-kind";

/**
 * The day from which a request that is sent on a day holds if nobody says otherwise: the one wanted.
 *
 * A termination takes effect three months after its letter was sent, though the same article lets one ask for a day two
 * months away: the text contradicts itself, we read the later of both days.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 8.5.1.
 */
export function expectedEffectDay(kind: RequestKind, sentDay: CivilDate, wantedDay: CivilDate): CivilDate {
  if (kind !== "termination") return wantedDay;
  const earliest = addMonths(sentDay, TERMINATION_DELAY_MONTHS);
  return wantedDay > earliest ? wantedDay : earliest;
}
