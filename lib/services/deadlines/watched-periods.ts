import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";
import type { WatchedOperation } from "./deadline-collector";

/** Periods that ended earlier have no row of their own any more: « Périodes » lists them. A year and a month. [d] */
const WATCHED_DAYS = 396;

/** First day on which a period may have ended to be watched. */
export const watchedFrom = (today: CivilDate): CivilDate => addDays(today, -WATCHED_DAYS);

/**
 * The periods of an operation that have deadlines, oldest first: those that ended within a year, and the running one.
 *
 * @param endDay - Of the convention, from which on nothing is shared (art. 8.5.2); absent while none is known.
 */
export function watchedPeriods(
  { sheet }: WatchedOperation,
  today: CivilDate,
  endDay: CivilDate | undefined,
): readonly Period[] {
  const from = watchedFrom(today);
  return listSettlementPeriods(settlementCalendarOf(sheet), addDays(today, 1)).filter(
    (period) => period.toExclusive >= from && (endDay === undefined || period.from < endDay),
  );
}
