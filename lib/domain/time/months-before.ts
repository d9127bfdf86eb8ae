import { addMonths } from "./add-months";
import { addDays, type CivilDate } from "./civil-date";

/**
 * The latest day from which `count` months lead to a day, or to one before it: months end on different days, so that
 * several may lead to the same one.
 *
 * @param count - Whole number of months, 0 or more.
 *
 * @example
 * monthsBefore(civilDate("2027-04-30"), 3); // => "2027-01-31"
 */
export function monthsBefore(day: CivilDate, count: number): CivilDate {
  let latest = addMonths(day, -count);
  while (addMonths(addDays(latest, 1), count) <= day) latest = addDays(latest, 1);
  return latest;
}
