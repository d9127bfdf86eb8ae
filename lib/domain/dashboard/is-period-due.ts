import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/**
 * Whether a dashboard may wait for the result of a settlement period: it is over, and it began before the convention ended
 * (art. 8.5.2).
 *
 * @param endDay - The day on which the convention ended or will; undefined while its end is not known.
 */
export function isPeriodDue(period: Period, today: CivilDate, endDay: CivilDate | undefined): boolean {
  return period.toExclusive <= today && (endDay === undefined || period.from < endDay);
}
