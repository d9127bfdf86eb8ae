import type { CivilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { frenchDay } from "@/lib/formats/french-day";

const HOUR_MS = 3_600_000;
const HOUR_MINUTES = 60;
const CHANGE_HOUR = 2;

/** An hour of the clock that has no place in the period. */
export const NO_HOUR = { outside: -1, skipped: -2 } as const;

/** The hours of a period as a clock in Paris shows them, numbered from 0 in UTC order. */
export class ParisHours {
  readonly axis: TimeAxis;
  readonly #from: CivilDate;
  readonly #dayStarts: Int32Array;
  /** Numbers of the first of two 02:00, one per October change of the period. */
  readonly repeated: readonly number[];

  constructor(period: Period) {
    this.axis = parisPeriodAxis(period.from, period.toExclusive, HOUR_MINUTES);
    this.#from = period.from;
    const days = listParisDays(this.axis);
    this.#dayStarts = Int32Array.from([...days.map(({ start }) => start), this.axis.length]);
    this.repeated = days.filter(({ length }) => length === 25).map(({ start }) => start + CHANGE_HOUR);
  }

  /** Place of a day in the period; outside it, negative or beyond its end. */
  dayIndex(day: CivilDate): number {
    return countDays(this.#from, day);
  }

  /**
   * Number of the hour that a clock shows on a day; the first one of October's
   * two 02:00. A {@link NO_HOUR} outside the period, or for March's absent 02:00.
   */
  hourAt(dayIndex: number, clockHour: number): number {
    const start = this.#dayStarts[dayIndex];
    const end = this.#dayStarts[dayIndex + 1];
    if (start === undefined || end === undefined) return NO_HOUR.outside;
    const missingHours = 24 - (end - start);
    if (clockHour < CHANGE_HOUR || missingHours === 0) return start + clockHour;
    if (clockHour === CHANGE_HOUR) return missingHours > 0 ? NO_HOUR.skipped : start + clockHour;
    return start + clockHour - missingHours;
  }

  /** `25/10/2026 02:00`, and which one where there are two. */
  label(hour: number): string {
    const { day, minuteOfDay } = parisLocalTime(this.axis.startMs + hour * HOUR_MS);
    const text = `${frenchDay(day)} ${String(minuteOfDay / HOUR_MINUTES).padStart(2, "0")}:00`;
    if (this.repeated.includes(hour)) return `${text} (heure d'été)`;
    return this.repeated.includes(hour - 1) ? `${text} (heure d'hiver)` : text;
  }
}
