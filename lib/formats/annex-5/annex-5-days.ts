import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays, type ParisDaySpan } from "@/lib/domain/time/list-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { NO_HOUR, ParisHours } from "@/lib/formats/curve/paris-hours";
import { writeAnnex5Stamp } from "./annex-5-stamp";

/** One Paris day of a file of coefficients. */
export type ReadCoefficientDay = {
  readonly day: CivilDate;
  /** C_j(t), in the order of the reading's PRM. [ppm] (C × steps of the day) */
  readonly ppm: readonly Uint32Array[];
  /** 1 at the steps that the file does not give, or gives wrongly: their ppm are 0. (steps of the day,) */
  readonly faultySteps: Uint8Array;
};

/** Why a row has no place. */
export type NoPlace = "not_a_day" | "outside" | "no_such_hour" | "off_step";

/** The rows of a file of coefficients, put on the steps of a period: whole days leave, the others wait. */
export class Annex5Days {
  readonly axis: TimeAxis;
  /** Line that gave each step, 0 where none did. */
  readonly lineOfStep: Int32Array;
  readonly #hours: ParisHours;
  readonly #consumers: number;
  readonly #spans: readonly ParisDaySpan[];
  /** What was read of the days that wait; null: a row without usable values. */
  readonly #rows = new Map<number, Uint32Array | null>();
  /** Rows still to come, by place of the day. */
  readonly #awaited: Uint32Array;
  readonly #spare: Uint32Array[] = [];

  constructor(period: Period, stepMinutes: number, consumers: number) {
    this.axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
    this.lineOfStep = new Int32Array(this.axis.length);
    this.#hours = new ParisHours(period);
    this.#consumers = consumers;
    this.#spans = listParisDays(this.axis);
    this.#awaited = Uint32Array.from(this.#spans, ({ length }) => length);
  }

  /**
   * The step of a stamp. Of October's two, the first one that no row gave yet.
   *
   * @param day - As the number AAAAMMJJ.
   */
  findStep(day: number, minuteOfDay: number): number | NoPlace {
    const { stepMinutes } = this.axis;
    const dayIndex = this.#hours.dayIndex(day);
    if (Number.isNaN(dayIndex) || minuteOfDay >= 24 * 60) return "not_a_day";
    const hour = this.#hours.hourAt(dayIndex, Math.floor(minuteOfDay / 60));
    if (hour === NO_HOUR.outside) return "outside";
    if (hour === NO_HOUR.skipped) return "no_such_hour";
    const inHour = (minuteOfDay % 60) / stepMinutes;
    if (!Number.isInteger(inHour)) return "off_step";
    const perHour = 60 / stepMinutes;
    const step = hour * perHour + inHour;
    const isSecond = this.lineOfStep[step] !== 0 && this.#hours.repeated.includes(hour);
    return isSecond && this.lineOfStep[step + perHour] === 0 ? step + perHour : step;
  }

  /** A row to fill, of zeros; the caller gives it to {@link add}. */
  openRow(): Uint32Array {
    return this.#spare.pop()?.fill(0) ?? new Uint32Array(this.#consumers);
  }

  /**
   * Takes the row of a step that no row gave yet.
   *
   * @param row - Of {@link openRow}; null where its values cannot be used.
   * @returns The day, once it is whole.
   */
  add(step: number, line: number, row: Uint32Array | null): ReadCoefficientDay | null {
    this.lineOfStep[step] = line;
    this.#rows.set(step, row);
    const place = this.#placeOf(step);
    const awaited = (this.#awaited[place] as number) - 1;
    this.#awaited[place] = awaited;
    return awaited === 0 ? this.#close(place) : null;
  }

  /** The days that never became whole, in order. */
  *rest(): Generator<ReadCoefficientDay> {
    for (const [place, awaited] of this.#awaited.entries()) {
      if (awaited > 0) yield this.#close(place);
    }
  }

  /** `25-10-2026 02:30`, and which one where there are two. */
  label(step: number): string {
    const { startMs, stepMinutes } = this.axis;
    const perHour = 60 / stepMinutes;
    const hour = Math.floor(step / perHour);
    const text = writeAnnex5Stamp(startMs + step * stepMinutes * 60_000);
    if (this.#hours.repeated.includes(hour)) return `${text} (heure d'été)`;
    return this.#hours.repeated.includes(hour - 1) ? `${text} (heure d'hiver)` : text;
  }

  #placeOf(step: number): number {
    let [low, high] = [0, this.#spans.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#spans[middle] as ParisDaySpan).start <= step) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #close(place: number): ReadCoefficientDay {
    const { day, start, length } = this.#spans[place] as ParisDaySpan;
    this.#swapRepeatedHour(start, length);
    const ppm = Array.from({ length: this.#consumers }, () => new Uint32Array(length));
    const faultySteps = new Uint8Array(length);
    for (let t = 0; t < length; t += 1) {
      const row = this.#rows.get(start + t);
      this.#rows.delete(start + t);
      if (!row) {
        faultySteps[t] = 1;
        continue;
      }
      for (let j = 0; j < row.length; j += 1) (ppm[j] as Uint32Array)[t] = row[j] as number;
      this.#spare.push(row);
    }
    return { day, ppm, faultySteps };
  }

  // In a file that goes back in time the hour of winter comes first.
  #swapRepeatedHour(start: number, length: number): void {
    const perHour = 60 / this.axis.stepMinutes;
    const first = start + 2 * perHour;
    const before = this.lineOfStep[first - 1] as number;
    const after = this.lineOfStep[first + 2 * perHour] as number;
    if (length !== 25 * perHour || before === 0 || after === 0 || before < after) return;
    for (let step = first; step < first + perHour; step += 1) {
      const [summer, winter] = [this.#rows.get(step), this.#rows.get(step + perHour)];
      this.#rows.set(step, winter ?? null).set(step + perHour, summer ?? null);
      const line = this.lineOfStep[step] as number;
      this.lineOfStep[step] = this.lineOfStep[step + perHour] as number;
      this.lineOfStep[step + perHour] = line;
    }
  }
}
