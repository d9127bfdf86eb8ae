import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { CalendarEntry } from "./key-rule";

/** In place of an entry where none holds. */
export const NO_ENTRY = -1;

/**
 * Which entry of a calendar holds at each step, by what the clock of Paris shows when the step begins.
 *
 * In October both 02:30 follow the entry of 02:30. Hours over midnight belong to the day on which they lie.
 *
 * @param entries - No two of which hold at once; see `assertKeyRule`.
 * @returns Place in `entries`, or {@link NO_ENTRY}. (T,)
 */
export function placeCalendar(entries: readonly CalendarEntry[], axis: TimeAxis): Int32Array {
  const ofDay = new Map<string, readonly number[]>();
  return Int32Array.from({ length: axis.length }, (_, t) => {
    const { day, minuteOfDay } = parisLocalTime(axis.startMs + t * axis.stepMinutes * 60_000);
    const places = ofDay.get(day) ?? listPlaces(entries, day);
    ofDay.set(day, places);
    return places.find((place) => isInHours(entries[place] as CalendarEntry, minuteOfDay)) ?? NO_ENTRY;
  });
}

function listPlaces(entries: readonly CalendarEntry[], day: string): readonly number[] {
  const month = Number(day.slice(5, 7));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return [...entries.entries()].flatMap(([place, { months, weekdays }]) =>
    months.includes(month) && weekdays.includes(weekday) ? [place] : [],
  );
}

function isInHours({ fromMinute, toMinute }: CalendarEntry, minuteOfDay: number): boolean {
  return fromMinute < toMinute
    ? minuteOfDay >= fromMinute && minuteOfDay < toMinute
    : minuteOfDay >= fromMinute || minuteOfDay < toMinute;
}
