import { countDays } from "@/lib/domain/time/count-days";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { frenchDay } from "@/lib/formats/french-day";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOUR_MINUTES = 60;
const CHANGE_HOUR = 2;

/** An hour of the clock that has no place in the period. */
export const NO_HOUR = { outside: -1, skipped: -2 } as const;

/** The hours of a period as a clock in Paris shows them, numbered from 0 in UTC order. */
export class ParisHours {
  readonly axis: TimeAxis;
  readonly #fromDay: number;
  /** First hour of each day, and the end. */
  readonly #dayStarts: Int32Array;
  /** Numbers of the first of two 02:00, one per October change of the period. */
  readonly repeated: readonly number[];

  constructor(period: Period) {
    this.axis = parisPeriodAxis(period.from, period.toExclusive, HOUR_MINUTES);
    this.#fromDay = Date.parse(period.from) / DAY_MS;
    const { startMs } = this.axis;
    // Arithmetic on purpose: a file of one year has 365 days for 9 000 lines.
    this.#dayStarts = Int32Array.from({ length: countDays(period.from, period.toExclusive) + 1 }, (_, index) => {
      const utcMidnightMs = (this.#fromDay + index) * DAY_MS;
      return (utcMidnightMs - parisOffsetMs(utcMidnightMs - 2 * HOUR_MS) - startMs) / HOUR_MS;
    });
    this.repeated = [...this.#dayStarts]
      .filter((start, index) => (this.#dayStarts[index + 1] ?? start) - start === 25)
      .map((start) => start + CHANGE_HOUR);
  }

  /**
   * Place in the period of a day given as the number AAAAMMJJ: negative or beyond
   * the end outside it, `NaN` when the calendar has no such day.
   */
  dayIndex(day: number): number {
    const [year, month, dayOfMonth] = [Math.floor(day / 10_000), Math.floor((day % 10_000) / 100), day % 100];
    const ms = Date.UTC(year, month - 1, dayOfMonth);
    const date = new Date(ms);
    const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
    return isReal ? ms / DAY_MS - this.#fromDay : Number.NaN;
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
