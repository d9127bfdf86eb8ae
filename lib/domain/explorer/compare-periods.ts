import { DomainError } from "@/lib/domain/errors";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { sameClockTimeMs } from "@/lib/domain/time/same-clock-time-ms";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { type SharedEnergy, sumShared } from "./sum-shared";

/**
 * How the days of two periods face each other.
 *
 * - `date`: the same day of another month or year (29 February faces nothing in an ordinary year); where the two
 *   periods start on different days of their month, the first day faces the first, the second the second…
 * - `weekday`: the nearest days of the same weekday, so that Mondays face Mondays.
 */
export type PeriodAlignment = "date" | "weekday";

/** A period with another one laid over it. */
export type PeriodComparison = SharedEnergy & {
  /** The other period's energy on the first one's axis, `NaN` where it has none. [Wh per step] (T,) */
  readonly otherWh: Float64Array;
};

/**
 * Lays one period of a curve over another, clock time on clock time.
 *
 * @param series - The period looked at; whole Paris days. [Wh per step] (T,)
 * @param other - The period to compare with, of the same or another curve, on the same step; whole Paris days.
 * @throws {DomainError} AXIS_MISMATCH when the steps differ: resample one first; INVALID_PERIOD when an axis is not
 *   made of whole days.
 */
export function comparePeriods(
  series: EnergySeries,
  other: EnergySeries,
  alignment: PeriodAlignment,
): PeriodComparison {
  if (series.axis.stepMinutes !== other.axis.stepMinutes) {
    throw new DomainError("AXIS_MISMATCH", "two periods are compared on one step");
  }
  const otherWh = layOver(series.axis, other, alignment);
  return { otherWh, ...sumShared(series.energyWh, otherWh) };
}

function layOver(axis: TimeAxis, other: EnergySeries, alignment: PeriodAlignment): Float64Array {
  const stepMs = axis.stepMinutes * 60_000;
  const otherWh = new Float64Array(axis.length).fill(Number.NaN);
  const spans = listParisDays(axis);
  const [[first], [otherFirst]] = [spans, listParisDays(other.axis)];
  if (!first || !otherFirst) return otherWh;
  const partnerOf = alignByDay(first.day, otherFirst.day, alignment);
  for (const { day, start, length } of spans) {
    const partner = partnerOf(day);
    if (partner === null) continue;
    const dayCount = countDays(day, partner);
    for (let t = start; t < start + length; t += 1) {
      const ms = sameClockTimeMs(axis.startMs + t * stepMs, dayCount);
      if (ms !== null) otherWh[t] = other.energyWh[(ms - other.axis.startMs) / stepMs] ?? Number.NaN;
    }
  }
  return otherWh;
}

function alignByDay(first: CivilDate, otherFirst: CivilDate, alignment: PeriodAlignment) {
  const dayCount = countDays(first, otherFirst);
  if (alignment === "weekday") return (day: CivilDate) => addDays(day, Math.round(dayCount / 7) * 7);
  if (first.slice(8) !== otherFirst.slice(8)) return (day: CivilDate) => addDays(day, dayCount);
  const monthCount = monthIndex(otherFirst) - monthIndex(first);
  return (day: CivilDate) => sameDayOfMonth(day, monthCount);
}

function monthIndex(day: CivilDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function sameDayOfMonth(day: CivilDate, monthCount: number): CivilDate | null {
  const month = monthIndex(day) + monthCount;
  const shifted = new Date(Date.UTC(Math.floor(month / 12), month % 12, Number(day.slice(8)))).toISOString();
  return shifted.slice(8, 10) === day.slice(8) ? (shifted.slice(0, 10) as CivilDate) : null;
}
