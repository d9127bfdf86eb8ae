import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { ByteLine } from "@/lib/formats/byte-lines";
import type { ProblemLog } from "@/lib/formats/problem-log";
import { Annex5Days, type NoPlace, type ReadCoefficientDay } from "./annex-5-days";
import { type Annex5Header, NOBODY } from "./annex-5-header";
import * as messages from "./annex-5-messages";
import { Annex5Row, CELL } from "./annex-5-row";

/** What the rows of a file are checked against, and where they go. */
export type Annex5BodyOptions = {
  /** Days that rows may be of, the expected ones first. */
  readonly periods: readonly Period[];
  readonly stepMinutes: number;
  readonly log: ProblemLog;
  readonly onDay: (day: ReadCoefficientDay) => void | Promise<void>;
};

/** The rows of a file of coefficients, below its heading: checks each, puts it in its place, hands over whole days. */
export class Annex5Body {
  rowCount = 0;
  period: Period | null = null;
  readonly #header: Annex5Header;
  readonly #options: Annex5BodyOptions;
  readonly #row: Annex5Row;
  #days: Annex5Days | null = null;
  #lastStep = -1;
  #firstLineOutOfOrder = 0;

  constructor(header: Annex5Header, options: Annex5BodyOptions) {
    this.#header = header;
    this.#options = options;
    this.#row = new Annex5Row(header.labels.length);
  }

  get prms(): readonly string[] {
    return this.#header.prms;
  }

  /** Takes the next line. */
  async addLine({ number: line, bytes }: ByteLine): Promise<void> {
    this.rowCount += 1;
    const row = this.#row;
    if (!row.readStamp(bytes)) {
      this.#options.log.error("R8_STAMP", { line }, () => messages.badStamp(line, row.text()));
      return;
    }
    row.readCells();
    const isUsable = this.#checkCells(line);
    const days = this.#openDays(row.day);
    if (!days) return;
    const step = this.#findStep(days, line);
    if (step === null) return;
    if (step < this.#lastStep && this.#firstLineOutOfOrder === 0) this.#firstLineOutOfOrder = line;
    this.#lastStep = step;
    const day = days.add(step, line, isUsable ? this.#takeValues(days) : null);
    if (day) await this.#options.onDay(day);
  }

  /** Hands over the days that lack rows, and tells what the file as a whole lacks. */
  async finish(): Promise<void> {
    const { log } = this.#options;
    if (this.rowCount === 0) log.error("R4_NO_ROWS", {}, messages.noRows);
    const line = this.#firstLineOutOfOrder;
    if (line > 0) log.warning("R9_OUT_OF_ORDER", { line }, () => messages.outOfOrder(line));
    for (const kind of this.#row.looseness) {
      log.warning("R9_WRITTEN_OTHERWISE", {}, () => messages.writtenOtherwise(kind));
    }
    if (!this.#days) return;
    for (const day of this.#days.rest()) await this.#options.onDay(day);
    tellMissingRows(this.#days, this.#header, log);
  }

  // The file's own days where its rows are of those: one wrong date in a name is not a thousand wrong rows.
  #openDays(day: number): Annex5Days | null {
    if (this.#days) return this.#days;
    const { periods, stepMinutes } = this.#options;
    const text = String(day).padStart(8, "0");
    const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as CivilDate;
    const period = periods.find(({ from, toExclusive }) => iso >= from && iso < toExclusive) ?? periods[0];
    if (!period) return null;
    this.period = period;
    this.#days = new Annex5Days(period, stepMinutes, this.prms.length);
    return this.#days;
  }

  // Null, and the reason in the log, when the row has no place.
  #findStep(days: Annex5Days, line: number): number | null {
    const { log } = this.#options;
    const step = days.findStep(this.#row.day, this.#row.minuteOfDay);
    if (typeof step !== "number") {
      this.#refusePlace(step, line);
      return null;
    }
    const lineBefore = days.lineOfStep[step] as number;
    if (lineBefore === 0) return step;
    log.error("R6_ROW_TWICE", { line }, () => messages.rowTwice(line, days.label(step), lineBefore));
    return null;
  }

  #refusePlace(reason: NoPlace, line: number): void {
    const { log, stepMinutes } = this.#options;
    const text = () => this.#row.text();
    const period = this.period as Period;
    switch (reason) {
      case "not_a_day":
        log.error("R8_STAMP", { line }, () => messages.badStamp(line, text()));
        break;
      case "outside":
        log.error("R3_ROW_OUTSIDE", { line }, () => messages.rowOutside(line, text(), period));
        break;
      case "no_such_hour":
        log.error("R6_NO_SUCH_HOUR", { line }, () => messages.noSuchHour(line, text()));
        break;
      case "off_step":
        log.error("R2_ROW_OFF_STEP", { line }, () => messages.rowOffStep(line, text(), stepMinutes));
        break;
    }
  }

  // Whether the row may be used; every cell is looked at.
  #checkCells(line: number): boolean {
    const { log } = this.#options;
    const { ppm, cellCount } = this.#row;
    const columns = this.#header.labels.length;
    let isUsable = cellCount === columns;
    if (!isUsable) log.error("R8_CELL_COUNT", { line }, () => messages.cellCount(line, cellCount, columns));
    let sumPpm = 0;
    for (let column = 0; column < Math.min(cellCount, columns); column += 1) {
      const value = ppm[column] as number;
      if (value >= 0) sumPpm += value;
      if (value < 0 || value > WHOLE_PPM) {
        isUsable = false;
        this.#refuseCell(line, column, value);
      }
    }
    if (sumPpm <= WHOLE_PPM) return isUsable;
    log.error("R7_SUM_ABOVE_100", { line }, () => messages.sumAbove(line, sumPpm, sumPpm - WHOLE_PPM));
    return false;
  }

  #refuseCell(line: number, index: number, value: number): void {
    const { log } = this.#options;
    const column = this.#header.labels[index] ?? "";
    const place = { line, column };
    const text = () => this.#row.cellText(index);
    if (value === CELL.empty) log.error("R8_CELL_EMPTY", place, () => messages.cellEmpty(line, column));
    else if (value === CELL.tooPrecise)
      log.error("R8_TOO_PRECISE", place, () => messages.cellTooPrecise(line, column, text()));
    else if (value === CELL.negative)
      log.error("R8_NEGATIVE", place, () => messages.cellNegative(line, column, text()));
    else if (value === CELL.unreadable)
      log.error("R8_UNREADABLE", place, () => messages.cellUnreadable(line, column, text()));
    else log.error("R8_ABOVE_100", place, () => messages.cellAbove(line, column, text()));
  }

  #takeValues(days: Annex5Days): Uint32Array {
    const { consumerOf } = this.#header;
    const { ppm } = this.#row;
    const values = days.openRow();
    for (let column = 0; column < consumerOf.length; column += 1) {
      const consumer = consumerOf[column] as number;
      if (consumer !== NOBODY) values[consumer] = ppm[column] as number;
    }
    return values;
  }
}

function tellMissingRows(days: Annex5Days, header: Annex5Header, log: ProblemLog): void {
  const { lineOfStep } = days;
  let first = -1;
  for (let step = 0; step <= lineOfStep.length; step += 1) {
    const isMissing = lineOfStep[step] === 0;
    if (isMissing && first < 0) first = step;
    if (isMissing || first < 0) continue;
    const [start, last, count] = [first, step - 1, step - first];
    const line = start === 0 ? header.line : (lineOfStep[start - 1] as number);
    log.error("R6_ROW_MISSING", { line }, () => messages.rowsMissing(days.label(start), days.label(last), count, line));
    first = -1;
  }
}
