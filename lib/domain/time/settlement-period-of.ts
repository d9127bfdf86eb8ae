import { addDays, type CivilDate } from "./civil-date";
import { listSettlementPeriods } from "./list-settlement-periods";
import type { Period } from "./period";
import type { SettlementCalendar } from "./settlement-calendar";

/**
 * The settlement period a day belongs to, or null before the operation starts.
 *
 * @throws {DomainError} INVALID_ANNIVERSARY, see {@link listSettlementPeriods}.
 */
export function settlementPeriodOf(day: CivilDate, calendar: SettlementCalendar): Period | null {
  return listSettlementPeriods(calendar, addDays(day, 1)).at(-1) ?? null;
}
