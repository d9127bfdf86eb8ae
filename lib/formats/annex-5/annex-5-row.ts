import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import { decodeText } from "@/lib/formats/decode-text";

const SPACE = 32;
const COMMA = 44;
const DASH = 45;
const ZERO = 48;
const COLON = 58;
const SEMICOLON = 59;

const PPM_PER_PERCENT = WHOLE_PPM / 100;
const LOOSE_STAMP = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s+(\d{1,2}):(\d{2})(?::00)?$/;
const LOOSE_PERCENT = /^\+?(\d+)(?:[.,](\d*))?$/;

/** In place of a coefficient: a cell that is none. */
export const CELL = { empty: -1, unreadable: -2, tooPrecise: -3, negative: -4 } as const;

/** What a row is written with that the model of the file does not have; read all the same. */
export type Looseness = "stamp" | "decimalPoint" | "trailingSeparator";

/**
 * Reads a row of a file of coefficients, `01-01-2017 00:30;8,2;1,5;5,8`.
 *
 * On bytes, because a year of an operation is a hundred megabytes of digits: no cell becomes a string unless it is odd.
 * A percentage becomes parts per million by moving its decimal point, so that 33,33 is exactly 333 300.
 */
export class Annex5Row {
  /** Day of the stamp as the number AAAAMMJJ; not checked against the calendar. */
  day = 0;
  /** Minutes shown by the clock: hour × 60 + minute. */
  minuteOfDay = 0;
  /** C_j, or a {@link CELL}; those above 100 % as they are. [ppm] */
  readonly ppm: Int32Array;
  /** May exceed what `ppm` holds. */
  cellCount = 0;
  /** What was met so far in the file. */
  readonly looseness = new Set<Looseness>();

  #bytes = new Uint8Array(0);
  #position = 0;

  /** @param maxCells - Coefficients that are kept of a row. */
  constructor(maxCells: number) {
    this.ppm = new Int32Array(maxCells);
  }

  /** Reads `JJ-MM-AAAA HH:MM`; false when the first cell is something else. */
  readStamp(bytes: Uint8Array): boolean {
    this.#bytes = bytes as Uint8Array<ArrayBuffer>;
    this.#position = 0;
    const isUsual =
      bytes[2] === DASH && bytes[5] === DASH && bytes[10] === SPACE && bytes[13] === COLON && bytes[16] === SEMICOLON;
    if (!isUsual) return this.#readLooseStamp();
    this.day = this.#twoDigits(6) * 1_000_000 + this.#twoDigits(8) * 10_000 + this.#twoDigits(3) * 100;
    this.day += this.#twoDigits(0);
    this.minuteOfDay = this.#twoDigits(11) * 60 + this.#twoDigits(14);
    this.#position = 16;
    return !Number.isNaN(this.day + this.minuteOfDay);
  }

  /** Reads the cells after the stamp into `ppm`. */
  readCells(): void {
    let count = 0;
    let value = 0;
    while (this.#position < this.#bytes.length) {
      this.#position += 1; // past the separator
      value = this.#readPpm();
      if (count < this.ppm.length) this.ppm[count] = value;
      count += 1;
    }
    if (count > this.ppm.length && value === CELL.empty) {
      count -= 1;
      this.looseness.add("trailingSeparator");
    }
    this.cellCount = count;
  }

  /** The text of a cell after the stamp, from 0. */
  cellText(index: number): string {
    return this.text().split(";")[index + 1]?.trim() ?? "";
  }

  text(): string {
    return decodeText(this.#bytes).trim();
  }

  #readPpm(): number {
    const bytes = this.#bytes;
    const start = this.#position;
    let at = start;
    let digits = 0;
    let pointAt = -1;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (byte >= ZERO && byte <= ZERO + 9) digits = digits * 10 + byte - ZERO;
      else if (byte === COMMA && pointAt < 0 && at > start) pointAt = at;
      else break;
    }
    const decimals = pointAt < 0 ? 0 : at - pointAt - 1;
    const isUsual = (at === bytes.length || bytes[at] === SEMICOLON) && at > start && at - start <= 8 && decimals <= 4;
    if (!isUsual) return this.#readLoosePpm(start);
    this.#position = at;
    for (let k = decimals; k < 4; k += 1) digits *= 10;
    return digits;
  }

  #readLoosePpm(start: number): number {
    const text = this.#readCellText(start)
      .replace(/^"(.*)"$/, "$1")
      .trim();
    if (text === "") return CELL.empty;
    const match = LOOSE_PERCENT.exec(text);
    if (!match) return /^-\s*\d/.test(text) ? CELL.negative : CELL.unreadable;
    const [, whole = "", decimals = ""] = match;
    if (text.includes(".")) this.looseness.add("decimalPoint");
    if (decimals.length > 4) return CELL.tooPrecise;
    // Any number of more digits is above 100 %, and would not fit.
    return Math.min(Number(whole), 9_999) * PPM_PER_PERCENT + Number(decimals.padEnd(4, "0"));
  }

  #readLooseStamp(): boolean {
    const text = this.#readCellText(0)
      .replace(/^"(.*)"$/, "$1")
      .trim();
    const match = LOOSE_STAMP.exec(text);
    if (!match) return false;
    const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
    this.day = year * 10_000 + month * 100 + day;
    this.minuteOfDay = hour * 60 + minute;
    if (!/^\d\d-\d\d-\d{4} \d\d:\d\d$/.test(text)) this.looseness.add("stamp");
    return true;
  }

  #readCellText(start: number): string {
    const end = this.#bytes.indexOf(SEMICOLON, start);
    this.#position = end < 0 ? this.#bytes.length : end;
    return decodeText(this.#bytes.subarray(start, this.#position)).trim();
  }

  #twoDigits(at: number): number {
    const tens = (this.#bytes[at] as number) - ZERO;
    const units = (this.#bytes[at + 1] as number) - ZERO;
    return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
  }
}
