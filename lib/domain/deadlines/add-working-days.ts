import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { HolidayRegion } from "./holiday-region";
import { isWorkingDay } from "./is-working-day";

/**
 * The `count`-th working day after a day, or before it when `count` is negative.
 *
 * The count starts with the first working day after (or before) the day, which itself never counts, whether or not it
 * is one. The convention gives its delays in « jours ouvrés » without saying how to count them: this is the usual
 * reading.
 *
 * @param count - Whole number of working days; 0 gives the day itself, working or not. [d]
 * @throws {RangeError} when `count` is not a whole number.
 *
 * @example
 * addWorkingDays(civilDate("2026-12-24"), 1); // => "2026-12-28": Christmas is a Friday
 */
export function addWorkingDays(day: CivilDate, count: number, region: HolidayRegion = "metropolitan"): CivilDate {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of days: ${count}`);
  const direction = Math.sign(count);
  let reached = day;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, direction);
    if (isWorkingDay(reached, region)) left -= 1;
  }
  return reached;
}
