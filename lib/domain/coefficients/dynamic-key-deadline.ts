import { addWorkingDays } from "@/lib/domain/deadlines/add-working-days";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/** [working days] */
const DELAY_WORKING_DAYS = 4;

/**
 * Last day to notify the dynamic coefficients of a period: the fourth working day after the monthly anniversary that
 * closes it.
 *
 * The text says « Mois M », a civil month, but computes from anniversary to anniversary: we read that the key covers
 * the period just closed.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.1 and 4.4.
 */
export function dynamicKeyDeadline({ toExclusive }: Pick<Period, "toExclusive">, region: HolidayRegion): CivilDate {
  return addWorkingDays(toExclusive, DELAY_WORKING_DAYS, region);
}
