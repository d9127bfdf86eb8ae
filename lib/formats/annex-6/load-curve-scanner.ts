import { decodeText } from "@/lib/formats/decode-text";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const COMMA = 44;
const POINT = 46;
const SLASH = 47;
const ZERO = 48;
const COLON = 58;
const SEMICOLON = 59;

// Above 15 digits an integer may not be exact: left to the slow way.
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);
const LOOSE_STAMP = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\s+(\d{1,2}):(\d{2})(?::00)?$/;
const LOOSE_NUMBER = /^[+-]?\d+(?:[.,]\d*)?$/;

/** Most cells a line can hold: 12 values, and the empty cell after a last `;`. */
const MAX_CELLS = 13;

/** In place of a power: a cell that is not one. An empty cell is `NaN`. */
export const CELL = { unreadable: -1, negative: -2 } as const;

/**
 * Walks over the bytes of a load curve, `27/03/2017 00:00;6666;6000;` a line.
 *
 * Works on bytes because a year of an operation is some hundred megabytes of
 * digits: no line and no cell becomes a string, unless it is odd. What makes a
 * cell odd (spaces, signs, 16 digits…) is read again by the slow way.
 */
export class LoadCurveScanner {
  /** 1-based number of the current line. */
  line = 1;
  /** Day of the current stamp as the number AAAAMMJJ; not checked against the calendar. */
  day = 0;
  /** Minutes shown by the clock: hour × 60 + minute. */
  minuteOfDay = 0;
  /** Cells of the current line: mean power [W], `NaN` where empty, or a {@link CELL}. */
  readonly values = new Float64Array(MAX_CELLS);
  /** May exceed what `values` holds. */
  cellCount = 0;
  /** Whether the last cell is empty: a line that ends with `;`. */
  endsEmpty = false;

  readonly #bytes: Uint8Array;
  #position: number;
  #lineStart = -1;

  /** @param bytes - UTF-8 or Windows-1252, with or without BOM. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#position = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  }

  /** Moves to the next line that is not blank; false at the end. */
  nextLine(): boolean {
    if (this.#lineStart >= 0) this.#skipToLineEnd();
    for (; this.#position < this.#bytes.length; this.#position += 1) {
      const byte = this.#bytes[this.#position] as number;
      if (this.#isLineEnd(byte)) this.line += this.#isCrLf(this.#position) ? 0 : 1;
      else if (byte !== SPACE) {
        this.#lineStart = this.#position;
        return true;
      }
    }
    return false;
  }

  /** Reads `JJ/MM/AAAA HH:MM`; false when the first cell is something else. */
  readStamp(): boolean {
    const bytes = this.#bytes;
    const at = this.#position;
    const isUsual =
      bytes[at + 2] === SLASH &&
      bytes[at + 5] === SLASH &&
      bytes[at + 10] === SPACE &&
      bytes[at + 13] === COLON &&
      bytes[at + 16] === SEMICOLON;
    if (!isUsual) return this.#readLooseStamp();
    this.day = this.#twoDigits(at + 6) * 1_000_000 + this.#twoDigits(at + 8) * 10_000;
    this.day += this.#twoDigits(at + 3) * 100 + this.#twoDigits(at);
    this.minuteOfDay = this.#twoDigits(at + 11) * 60 + this.#twoDigits(at + 14);
    this.#position = at + 16;
    return !Number.isNaN(this.day + this.minuteOfDay);
  }

  /** Reads the cells after the stamp into `values`. */
  readCells(): void {
    let count = 0;
    let value = 0;
    while (this.#bytes[this.#position] === SEMICOLON) {
      this.#position += 1;
      value = this.#readValue();
      if (count < MAX_CELLS) this.values[count] = value;
      count += 1;
    }
    this.cellCount = count;
    this.endsEmpty = count > 0 && Number.isNaN(value);
  }

  /** The current line, for a message. */
  lineText(): string {
    this.#skipToLineEnd();
    return decodeText(this.#bytes.subarray(this.#lineStart, this.#position)).trim();
  }

  #readValue(): number {
    const bytes = this.#bytes;
    const start = this.#position;
    let at = start;
    let value = 0;
    let fractionStart = 0;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      const digit = byte - ZERO;
      if (digit >= 0 && digit <= 9) value = value * 10 + digit;
      else if ((byte === COMMA || byte === POINT) && fractionStart === 0 && at > start) fractionStart = at + 1;
      else break;
    }
    if (!this.#isCellEnd(at) || at - start > EXACT_DIGITS) return this.#readLooseValue(start);
    this.#position = at;
    if (at === start) return Number.NaN;
    // One division of two exact numbers: the nearest double, as Number() finds it.
    return fractionStart === 0 ? value : value / (POWERS_OF_TEN[at - fractionStart] as number);
  }

  #readLooseValue(start: number): number {
    const text = this.#readCellText(start);
    if (text === "") return Number.NaN;
    if (!LOOSE_NUMBER.test(text)) return CELL.unreadable;
    const value = Number(text.replace(",", "."));
    return value < 0 ? CELL.negative : value + 0; // "-0" is 0
  }

  #readLooseStamp(): boolean {
    const match = LOOSE_STAMP.exec(this.#readCellText(this.#position));
    if (!match) return false;
    const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
    this.day = year * 10_000 + month * 100 + day;
    this.minuteOfDay = hour * 60 + minute;
    return true;
  }

  #readCellText(start: number): string {
    let at = start;
    while (!this.#isCellEnd(at)) at += 1;
    this.#position = at;
    return decodeText(this.#bytes.subarray(start, at)).trim();
  }

  #isCellEnd(at: number): boolean {
    const byte = this.#bytes[at];
    return byte === SEMICOLON || byte === undefined || this.#isLineEnd(byte);
  }

  #isLineEnd(byte: number | undefined): boolean {
    return byte === LINE_FEED || byte === CARRIAGE_RETURN;
  }

  // The pair ends one line, counted at its second half.
  #isCrLf(at: number): boolean {
    return this.#bytes[at] === CARRIAGE_RETURN && this.#bytes[at + 1] === LINE_FEED;
  }

  #twoDigits(at: number): number {
    const tens = (this.#bytes[at] as number) - ZERO;
    const units = (this.#bytes[at + 1] as number) - ZERO;
    return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
  }

  #skipToLineEnd(): void {
    while (this.#position < this.#bytes.length && !this.#isLineEnd(this.#bytes[this.#position])) this.#position += 1;
  }
}
