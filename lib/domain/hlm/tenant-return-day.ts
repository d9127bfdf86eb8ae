import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";

/** The text says « jours » alone: calendar days. */
export const TENANT_WAITING_DAYS = 14;

/**
 * The day a metering point comes back by itself once its next contract is in service.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.2.2: « avec effet à 14 jours après la date de mise en service ».
 */
export function tenantReturnDay(serviceDay: CivilDate): CivilDate {
  return addDays(serviceDay, TENANT_WAITING_DAYS);
}
