import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { findGaps } from "@/lib/domain/series/find-gaps";
import type { Period } from "@/lib/domain/time/period";
import { HourlyCurve, VALUES_PER_HOUR } from "@/lib/formats/curve/hourly-curve";
import { MAX_POWER_W } from "@/lib/formats/curve/max-power-w";
import { NO_HOUR, ParisHours } from "@/lib/formats/curve/paris-hours";
import type { ProblemLog } from "@/lib/formats/problem-log";
import * as messages from "./load-curve-messages";
import { CELL, type LoadCurveScanner } from "./load-curve-scanner";

// Fewer lines of another length than the others are damaged lines, not a step that changed.
const SHORTEST_STRETCH_LINES = 4;

/** How the lines of a file are written. */
type Layout = { readonly valuesPerLine: number; readonly hasTrailingSeparator: boolean };

/** Puts the lines of a load curve on the Paris axis of a period, and tells what does not fit. */
export class LoadCurveFiller {
  readonly #period: Period;
  readonly #hours: ParisHours;
  readonly #layout: Layout;
  readonly #log: ProblemLog;
  readonly #curve: HourlyCurve;
  /** Line that gave each hour, `NaN` where none did. */
  readonly #lineOfHour: Float64Array;
  #day = -1;
  /** `NaN` for a day that is not in the calendar. */
  #dayIndex = Number.NaN;
  #firstHour = -1;
  #previousHour = -1;
  #firstLineOutOfOrder = 0;

  constructor(period: Period, layout: Layout, log: ProblemLog) {
    this.#period = period;
    this.#layout = layout;
    this.#log = log;
    this.#hours = new ParisHours(period);
    this.#curve = new HourlyCurve(this.#hours, layout.valuesPerLine);
    this.#lineOfHour = new Float64Array(this.#hours.axis.length).fill(Number.NaN);
  }

  /** Takes the scanner's current line, whose stamp has been read. */
  addLine(scanner: LoadCurveScanner): void {
    scanner.readCells();
    const hour = this.#findHour(scanner);
    if (hour === null) return;
    this.#lineOfHour[hour] = scanner.line;
    this.#noteOrder(hour, scanner.line);
    const valueCount = this.#valueCount(scanner);
    const isUsual = valueCount === this.#layout.valuesPerLine;
    if (isUsual || VALUES_PER_HOUR.includes(valueCount)) this.#store(hour, valueCount, scanner);
    else this.#refuseLine(scanner.line, valueCount);
  }

  /** One series per stretch of one step, once every line was added. */
  finish(): readonly EnergySeries[] {
    if (this.#firstLineOutOfOrder > 0) {
      const line = this.#firstLineOutOfOrder;
      this.#log.warning("OUT_OF_ORDER", { line }, () => messages.outOfOrder(line));
    }
    if (this.#firstHour > this.#previousHour) this.#swapRepeatedHours();
    if (!this.#curve.isOnly(this.#layout.valuesPerLine)) this.#refuseShortStretches();
    this.#tellMissingHours();
    return this.#curve.finish(this.#log);
  }

  // Null, and the reason in the log, when the line has no place.
  #findHour(scanner: LoadCurveScanner): number | null {
    if (scanner.day !== this.#day) {
      this.#day = scanner.day;
      this.#dayIndex = this.#hours.dayIndex(scanner.day);
    }
    const { line } = scanner;
    if (Number.isNaN(this.#dayIndex) || scanner.minuteOfDay >= 24 * 60) {
      this.#log.error("BAD_STAMP", { line }, () => messages.badStamp(line, scanner.lineText()));
      return null;
    }
    const clockHour = Math.floor(scanner.minuteOfDay / 60);
    if (clockHour * 60 !== scanner.minuteOfDay) {
      this.#log.error("STAMP_NOT_HOUR", { line }, () => messages.stampNotHour(line, scanner.lineText()));
      return null;
    }
    const hour = this.#hours.hourAt(this.#dayIndex, clockHour);
    if (hour === NO_HOUR.outside) {
      this.#log.error("OUTSIDE_PERIOD", { line }, () => messages.outsidePeriod(line, scanner.lineText(), this.#period));
      return null;
    }
    return hour === NO_HOUR.skipped ? this.#refuseSkippedHour(scanner) : this.#findFreeHour(hour, line);
  }

  // A file of 24 lines a day may print the absent hour, empty: harmless.
  #refuseSkippedHour(scanner: LoadCurveScanner): null {
    const { line } = scanner;
    const isEmpty = scanner.values.subarray(0, scanner.cellCount).every(Number.isNaN);
    if (isEmpty) this.#log.warning("SKIPPED_HOUR_EMPTY", { line }, () => messages.skippedHourEmpty(line));
    else this.#log.error("SKIPPED_HOUR", { line }, () => messages.skippedHour(line, scanner.lineText()));
    return null;
  }

  #findFreeHour(hour: number, line: number): number | null {
    const lineBefore = this.#lineOfHour[hour] as number;
    if (Number.isNaN(lineBefore)) return hour;
    if (this.#hours.repeated.includes(hour) && Number.isNaN(this.#lineOfHour[hour + 1])) return hour + 1;
    this.#log.error("DUPLICATE_STAMP", { line }, () =>
      messages.duplicateStamp(line, this.#hours.label(hour), lineBefore),
    );
    return null;
  }

  #noteOrder(hour: number, line: number): void {
    if (this.#firstHour < 0) this.#firstHour = hour;
    if (hour < this.#previousHour && this.#firstLineOutOfOrder === 0) this.#firstLineOutOfOrder = line;
    this.#previousHour = hour;
  }

  // An empty last cell is a value where lines do not end with `;`.
  #valueCount({ cellCount, endsEmpty }: LoadCurveScanner): number {
    const { valuesPerLine, hasTrailingSeparator } = this.#layout;
    return endsEmpty && (hasTrailingSeparator || cellCount > valuesPerLine) ? cellCount - 1 : cellCount;
  }

  #store(hour: number, valueCount: number, scanner: LoadCurveScanner): void {
    const energyWh = this.#curve.openHour(hour, valueCount);
    const { values } = scanner;
    for (let k = 0; k < valueCount; k += 1) {
      const powerW = values[k] as number;
      // W · minutes / 60, where minutes = 60 / values of the line.
      if (powerW >= 0 && powerW <= MAX_POWER_W) energyWh[hour * valueCount + k] = powerW / valueCount;
      else if (!Number.isNaN(powerW)) this.#refuseValue(scanner, k, powerW);
    }
  }

  #refuseValue(scanner: LoadCurveScanner, index: number, powerW: number): void {
    const { line } = scanner;
    const column = `valeur ${index + 1}`;
    const text = () => scanner.lineText().split(";")[index + 1]?.trim() ?? "";
    if (powerW === CELL.unreadable) {
      this.#log.error("VALUE_UNREADABLE", { line, column }, () => messages.valueUnreadable(line, column, text()));
    } else if (powerW === CELL.negative) {
      this.#log.error("VALUE_NEGATIVE", { line, column }, () => messages.valueNegative(line, column, text()));
    } else {
      this.#log.error("VALUE_TOO_LARGE", { line, column }, () => messages.valueTooLarge(line, column, text()));
    }
  }

  #refuseLine(line: number, valueCount: number): void {
    this.#log.error("VALUE_COUNT", { line }, () => messages.valueCount(line, valueCount, this.#layout.valuesPerLine));
  }

  #refuseShortStretches(): void {
    let stretch: number[] = [];
    let stretchCount = 0;
    for (let hour = 0; hour <= this.#lineOfHour.length; hour += 1) {
      const count = this.#curve.valuesPerHourAt(hour);
      if (count === 0 && hour < this.#lineOfHour.length) continue; // an absent line parts no stretch
      if (count !== stretchCount) {
        if (stretchCount !== this.#layout.valuesPerLine) this.#refuseIfShort(stretch, stretchCount);
        [stretch, stretchCount] = [[], count];
      }
      if (count !== this.#layout.valuesPerLine && stretch.length < SHORTEST_STRETCH_LINES) stretch.push(hour);
    }
  }

  #refuseIfShort(hours: readonly number[], valueCount: number): void {
    if (hours.length >= SHORTEST_STRETCH_LINES) return;
    for (const hour of hours) {
      this.#curve.eraseHour(hour);
      this.#refuseLine(this.#lineOfHour[hour] as number, valueCount);
    }
  }

  // In a file written backwards the first 02:00 of October is the winter one.
  #swapRepeatedHours(): void {
    for (const hour of this.#hours.repeated) {
      if (Number.isNaN(this.#lineOfHour[hour + 1])) continue;
      this.#curve.swapWithNext(hour);
      this.#lineOfHour.subarray(hour, hour + 2).reverse();
    }
  }

  #tellMissingHours(): void {
    for (const { start, length } of findGaps(this.#lineOfHour)) {
      this.#log.warning("MISSING_HOURS", {}, () =>
        messages.missingHours(this.#hours.label(start), this.#hours.label(start + length - 1), length),
      );
    }
  }
}
