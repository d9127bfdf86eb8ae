import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { HolidayRegion } from "./holiday-region";
import { isWorkingDay } from "./is-working-day";

/**
 * How many working days come after a day, up to another one included; negative when the other one is before.
 *
 * The inverse of `addWorkingDays`: `countWorkingDays(day, addWorkingDays(day, n)) === n`.
 *
 * @returns [working days]
 *
 * @example
 * countWorkingDays(civilDate("2026-12-24"), civilDate("2026-12-28")); // => 1: Christmas is a Friday
 */
export function countWorkingDays(from: CivilDate, to: CivilDate, region: HolidayRegion = "metropolitan"): number {
  const direction = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to; ) {
    day = addDays(day, direction);
    if (isWorkingDay(day, region)) count += direction;
  }
  return count;
}
