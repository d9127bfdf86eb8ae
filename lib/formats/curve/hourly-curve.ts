import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { resampleSeries } from "@/lib/domain/series/resample-series";
import { listParisDays, type ParisDaySpan } from "@/lib/domain/time/list-paris-days";
import type { ProblemLog } from "@/lib/formats/problem-log";
import * as messages from "./curve-messages";
import type { ParisHours } from "./paris-hours";

const HOUR_MS = 3_600_000;

/** How many values an hour may hold, coarsest first: steps of 60, 30, 15, 10 and 5 minutes. */
export const VALUES_PER_HOUR: readonly number[] = [1, 2, 4, 6, 12];

type Day = ParisDaySpan & {
  /** Bit k: some hour of the day is written with `VALUES_PER_HOUR[k]` values. */
  readonly steps: number;
};
type OpenStep = { readonly valuesPerHour: number; readonly bit: number; readonly energyWh: Float64Array };
type SteppedDay = Day & { readonly valuesPerHour: number };

/**
 * A curve whose step may change from an hour to another, put together hour by hour.
 *
 * Days are stored one row each, with one step. So each stretch of days of one step
 * becomes a series; in a day of several steps all go to the coarsest, by adding
 * energies up: its total stays exact, and no shape is invented, as cutting the
 * coarse values would.
 */
export class HourlyCurve {
  readonly #hours: ParisHours;
  readonly #usualValuesPerHour: number;
  /** Per number of values an hour, the energies of all hours written so. [Wh per step] */
  readonly #energyWh = new Map<number, Float64Array>();
  /** Per hour, the bits of {@link Day.steps}. */
  readonly #steps: Uint8Array;
  /** What was written last: hours come by thousands with the same step. */
  #open: OpenStep = { valuesPerHour: 0, bit: 0, energyWh: new Float64Array(0) };

  /** @param usualValuesPerHour - Step of days that hold nothing, where no other day tells one. */
  constructor(hours: ParisHours, usualValuesPerHour: number) {
    this.#hours = hours;
    this.#usualValuesPerHour = usualValuesPerHour;
    this.#steps = new Uint8Array(hours.axis.length);
  }

  /**
   * Opens an hour for writing with a number of values.
   *
   * @returns Energies of which the hour's begin at `hour * valuesPerHour`, `NaN` until written. [Wh per step]
   */
  openHour(hour: number, valuesPerHour: number): Float64Array {
    if (valuesPerHour !== this.#open.valuesPerHour) this.#open = this.#openStep(valuesPerHour);
    this.#steps[hour] = (this.#steps[hour] as number) | this.#open.bit;
    return this.#open.energyWh;
  }

  /** Whether no hour was ever written with another number of values. */
  isOnly(valuesPerHour: number): boolean {
    return this.#energyWh.size === 0 || (this.#energyWh.size === 1 && this.#energyWh.has(valuesPerHour));
  }

  /** Number of values of a written hour, the smallest if it has several; 0 for another. */
  valuesPerHourAt(hour: number): number {
    return coarsest(this.#steps[hour] as number) ?? 0;
  }

  /** Takes back what was written in an hour. */
  eraseHour(hour: number): void {
    this.#steps[hour] = 0;
    for (const [count, energyWh] of this.#energyWh) energyWh.fill(Number.NaN, hour * count, (hour + 1) * count);
  }

  /** Exchanges an hour and the next one. */
  swapWithNext(hour: number): void {
    this.#steps.subarray(hour, hour + 2).reverse();
    for (const [count, energyWh] of this.#energyWh) {
      const [start, middle] = [hour * count, (hour + 1) * count];
      const first = energyWh.slice(start, middle);
      energyWh.copyWithin(start, middle, middle + count);
      energyWh.set(first, middle);
    }
  }

  /** One series per stretch of days of one step; says each change of step in the log. */
  finish(log: ProblemLog): readonly EnergySeries[] {
    if (this.isOnly(this.#usualValuesPerHour)) return [this.#joinDays(0, this.#steps.length, this.#usualValuesPerHour)];
    const days = this.#stepDays();
    for (const { day, steps } of days) {
      const minutes = VALUES_PER_HOUR.filter((_, bit) => steps & (1 << bit)).map((count) => 60 / count);
      if (minutes.length > 1) log.warning("STEPS_MIXED", {}, () => messages.stepsMixed(day, minutes));
    }
    const series: EnergySeries[] = [];
    for (let start = 0; start < days.length; ) {
      const first = days[start] as SteppedDay;
      const change = days.findIndex((day, index) => index > start && day.valuesPerHour !== first.valuesPerHour);
      const end = change < 0 ? days.length : change;
      const next = days[end];
      if (next) {
        const [before, after] = [60 / first.valuesPerHour, 60 / next.valuesPerHour];
        log.warning("STEP_CHANGE", {}, () => messages.stepChange(next.day, before, after));
      }
      series.push(this.#joinStretch(days.slice(start, end), first));
      start = end;
    }
    return series;
  }

  // A day without anything has the step of the day before, else of the next one that tells.
  #stepDays(): readonly SteppedDay[] {
    const days = listParisDays(this.#hours.axis).map((span): Day => ({ ...span, steps: this.#stepsOf(span) }));
    const firstTold = days.find(({ steps }) => steps > 0);
    let valuesPerHour = (firstTold && coarsest(firstTold.steps)) ?? this.#usualValuesPerHour;
    return days.map((day) => {
      valuesPerHour = coarsest(day.steps) ?? valuesPerHour;
      return { ...day, valuesPerHour };
    });
  }

  #stepsOf({ start, length }: ParisDaySpan): number {
    return this.#steps.subarray(start, start + length).reduce((all, steps) => all | steps, 0);
  }

  #joinStretch(days: readonly SteppedDay[], { start, valuesPerHour }: SteppedDay): EnergySeries {
    const hourCount = days.reduce((sum, { length }) => sum + length, 0);
    const series = this.#joinDays(start, hourCount, valuesPerHour);
    for (const day of days) if (!isOneStep(day.steps)) this.#coarsenDay(day, series.energyWh, start);
    return series;
  }

  #joinDays(firstHour: number, hourCount: number, valuesPerHour: number): EnergySeries {
    const axis = {
      startMs: this.#hours.axis.startMs + firstHour * HOUR_MS,
      stepMinutes: 60 / valuesPerHour,
      length: hourCount * valuesPerHour,
    };
    const { energyWh } = this.#openStep(valuesPerHour);
    if (energyWh.length === axis.length) return { axis, energyWh }; // no second year of values
    return { axis, energyWh: energyWh.slice(firstHour * valuesPerHour, (firstHour + hourCount) * valuesPerHour) };
  }

  #coarsenDay({ start, length, valuesPerHour }: SteppedDay, energyWh: Float64Array, firstHour: number): void {
    for (let hour = start; hour < start + length; hour += 1) {
      const steps = this.#steps[hour] as number;
      if (steps === 0 || VALUES_PER_HOUR[Math.log2(steps)] === valuesPerHour) continue;
      const values = isOneStep(steps) ? this.#readHour(hour, this.valuesPerHourAt(hour)) : this.#mixHour(hour);
      energyWh.set(resampleHour(values, valuesPerHour), (hour - firstHour) * valuesPerHour);
    }
  }

  #openStep(valuesPerHour: number): OpenStep {
    const bit = 1 << VALUES_PER_HOUR.indexOf(valuesPerHour);
    const known = this.#energyWh.get(valuesPerHour);
    const energyWh = known ?? new Float64Array(this.#steps.length * valuesPerHour).fill(Number.NaN);
    this.#energyWh.set(valuesPerHour, energyWh);
    return { valuesPerHour, bit, energyWh };
  }

  #readHour(hour: number, valuesPerHour: number): Float64Array {
    return this.#openStep(valuesPerHour).energyWh.slice(hour * valuesPerHour, (hour + 1) * valuesPerHour);
  }

  // On the 5-minute grid, where values of any step lie side by side.
  #mixHour(hour: number): Float64Array {
    const mixed = new Float64Array(12).fill(Number.NaN);
    for (const [bit, count] of VALUES_PER_HOUR.entries()) {
      if (!((this.#steps[hour] as number) & (1 << bit))) continue;
      for (const [cell, value] of resampleHour(this.#readHour(hour, count), 12).entries()) {
        if (!Number.isNaN(value)) mixed[cell] = value;
      }
    }
    return mixed;
  }
}

function resampleHour(energyWh: Float64Array, valuesPerHour: number): Float64Array {
  const axis = { startMs: 0, stepMinutes: 60 / energyWh.length, length: energyWh.length };
  return resampleSeries({ axis, energyWh }, 60 / valuesPerHour).energyWh;
}

function coarsest(steps: number): number | undefined {
  return VALUES_PER_HOUR.find((_, bit) => steps & (1 << bit));
}

function isOneStep(steps: number): boolean {
  return (steps & (steps - 1)) === 0;
}
