const MINUTE_MS = 60_000;
const ZERO = 48;
const COLON = 58;
const HYPHEN = 45;
const PLUS = 43;
const T = 84;
const SPACE = 32;

const END = /^(?::(\d{2})(?:\.0+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Offset of a stamp that prints none. */
export const NO_OFFSET = Number.NaN;

/**
 * Reads stamps such as `2022-02-01T23:30:00+01:00` or `2022-02-01 23:30:00`.
 *
 * A file has one date, and one end of text, for dozens of stamps: hence the memory of the last ones.
 */
export class IsoStamps {
  /** What the clock showed, counted as if it were UTC. [ms since 1970-01-01T00:00:00] */
  clockMs = 0;
  /** What the stamp says it adds to UTC, or {@link NO_OFFSET}. [ms] */
  offsetMs = NO_OFFSET;
  #date = 0;
  #dateMs = Number.NaN;
  #end = "";
  #secondMs = 0;

  /** False when the text is no stamp, or names a day or an hour that no calendar has. */
  read(text: string): boolean {
    const separator = text.charCodeAt(10);
    const isShaped =
      text.charCodeAt(4) === HYPHEN &&
      text.charCodeAt(7) === HYPHEN &&
      (separator === T || separator === SPACE) &&
      text.charCodeAt(13) === COLON;
    if (!(isShaped && this.#readEnd(text.slice(16)))) return false;
    const hour = twoDigits(text, 11);
    const minute = twoDigits(text, 14);
    this.clockMs = this.#readDate(text) + (hour * 60 + minute) * MINUTE_MS + this.#secondMs;
    return hour < 24 && minute < 60 && !Number.isNaN(this.clockMs);
  }

  #readDate(text: string): number {
    const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
    const month = twoDigits(text, 5);
    const day = twoDigits(text, 8);
    const date = year * 10_000 + month * 100 + day;
    if (date !== this.#date) {
      const ms = Date.UTC(year, month - 1, day);
      // 30 February becomes 2 March.
      const isReal = new Date(ms).getUTCMonth() === month - 1 && new Date(ms).getUTCDate() === day;
      this.#dateMs = isReal ? ms : Number.NaN;
      this.#date = date;
    }
    return this.#dateMs;
  }

  #readEnd(text: string): boolean {
    if (text === this.#end) return true;
    const match = END.exec(text);
    const [, second = "0", offset] = match ?? [];
    if (!match || Number(second) >= 60) return false;
    this.#end = text;
    this.#secondMs = Number(second) * 1000;
    this.offsetMs = readOffset(offset);
    return true;
  }
}

function readOffset(text: string | undefined): number {
  if (!text) return NO_OFFSET;
  if (text === "Z") return 0;
  const minutes = twoDigits(text, 1) * 60 + twoDigits(text, text.length - 2);
  return (text.charCodeAt(0) === PLUS ? minutes : -minutes) * MINUTE_MS;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const units = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}
