import { addDays, type CivilDate } from "./civil-date";
import { listSettlementPeriods } from "./list-settlement-periods";
import type { Period } from "./period";
import type { SettlementCalendar } from "./settlement-calendar";

const TWO_PERIODS_DAYS = 62;

/**
 * The next periods that have not begun.
 *
 * @param today - Periods that start later are to come.
 * @param count - How many.
 * @returns In order.
 * @throws {DomainError} INVALID_ANNIVERSARY, see {@link listSettlementPeriods}.
 */
export function listComingPeriods(calendar: SettlementCalendar, today: CivilDate, count: number): readonly Period[] {
  const first = calendar.startDate > today ? calendar.startDate : today;
  return listSettlementPeriods(calendar, addDays(first, (count + 1) * TWO_PERIODS_DAYS))
    .filter(({ from }) => from > today)
    .slice(0, count);
}
