import { frenchPublicHolidays } from "@/lib/domain/deadlines/french-public-holidays";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { type SchoolHoliday, schoolHoliday } from "./school-holiday";

/** A civil day in Paris, and what people do on it. */
export type CalendarDay = {
  readonly day: CivilDate;
  /** Days since 1970-01-01. */
  readonly dayNumber: number;
  /** 0 = Monday … 6 = Sunday. */
  readonly weekday: number;
  readonly isPublicHoliday: boolean;
  readonly schoolHoliday: SchoolHoliday | null;
  /** Start of the next day. [ms since 1970-01-01T00:00:00Z] */
  readonly endMs: number;
};

const DAY_MS = 86_400_000;

/**
 * The Paris days that an axis touches, in order; the first and the last may be touched in part.
 *
 * @param axis - Any time axis, whole days or not.
 */
export function calendarDays(axis: TimeAxis): readonly CalendarDay[] {
  const axisEndMs = axis.startMs + axis.length * axis.stepMinutes * 60_000;
  const publicHolidays = new Map<string, readonly CivilDate[]>();
  const days: CalendarDay[] = [];
  let endMs = axis.startMs;
  for (let day = parisCivilDate(axis.startMs); endMs < axisEndMs; day = addDays(day, 1)) {
    const year = day.slice(0, 4);
    const holidays = publicHolidays.get(year) ?? frenchPublicHolidays(Number(year));
    publicHolidays.set(year, holidays);
    const dayNumber = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
    endMs = parisMidnightMs(addDays(day, 1));
    days.push({
      day,
      dayNumber,
      weekday: (dayNumber + 3) % 7, // 1970-01-01 was a Thursday
      isPublicHoliday: holidays.includes(day),
      schoolHoliday: schoolHoliday(day),
      endMs,
    });
  }
  return days;
}
