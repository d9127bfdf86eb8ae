import type { CivilDate } from "@/lib/domain/time/civil-date";
import { frenchPublicHolidays } from "./french-public-holidays";
import type { HolidayRegion } from "./holiday-region";

const SUNDAY = 0;
const SATURDAY = 6;

/**
 * Whether a day is a « jour ouvré »: Monday to Friday, public holidays of the region excluded.
 *
 * A bridge between a holiday and a weekend is a working day like another.
 *
 * @example
 * isWorkingDay(civilDate("2026-05-15")); // => true, the Friday after Ascension
 */
export function isWorkingDay(day: CivilDate, region: HolidayRegion = "metropolitan"): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === SUNDAY || weekday === SATURDAY) return false;
  return !holidaysOf(day.slice(0, 4), region).has(day);
}

// Counts ask for the same few years by the thousand.
const known = new Map<string, ReadonlySet<CivilDate>>();

function holidaysOf(year: string, region: HolidayRegion): ReadonlySet<CivilDate> {
  const key = `${year}|${region}`;
  const days = known.get(key) ?? new Set(frenchPublicHolidays(Number(year), region));
  known.set(key, days);
  return days;
}
