import type { CivilDate } from "./civil-date";
import type { SettlementCalendar } from "./settlement-calendar";

/**
 * The day of the month on which periods start, as it stands on a day.
 *
 * @returns 1 to 31; the first one before the calendar's first day.
 */
export function anniversaryOn({ anniversaries }: SettlementCalendar, day: CivilDate): number {
  const standing = anniversaries.findLast(({ from }) => from <= day) ?? anniversaries[0];
  return standing?.dayOfMonth ?? 1;
}
