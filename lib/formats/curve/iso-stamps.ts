const MINUTE_MS = 60_000;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.0+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Offset of a stamp that prints none. */
export const NO_OFFSET = Number.NaN;

/**
 * Reads stamps such as `2022-02-01T23:30:00+01:00` or `2022-02-01 23:30:00`.
 *
 * A file has one date for dozens of stamps, hence the memory of the last one.
 */
export class IsoStamps {
  /** What the clock showed, counted as if it were UTC. [ms since 1970-01-01T00:00:00] */
  clockMs = 0;
  /** What the stamp says it adds to UTC, or {@link NO_OFFSET}. [ms] */
  offsetMs = NO_OFFSET;
  #date = "";
  #dateMs = Number.NaN;

  /** False when the text is no stamp, or names a day or an hour that no calendar has. */
  read(text: string): boolean {
    const match = PATTERN.exec(text);
    if (!match) return false;
    const [, year, month, day, hour, minute, second = "0", offset] = match;
    const timeMs = (Number(hour) * 60 + Number(minute)) * MINUTE_MS + Number(second) * 1000;
    this.clockMs = this.#readDate(`${year}-${month}-${day}`) + timeMs;
    this.offsetMs = readOffset(offset);
    return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && !Number.isNaN(this.clockMs);
  }

  #readDate(date: string): number {
    if (date !== this.#date) {
      const ms = Date.parse(`${date}T00:00:00Z`);
      // Some engines read 30 February as 2 March.
      this.#dateMs = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date) ? ms : Number.NaN;
      this.#date = date;
    }
    return this.#dateMs;
  }
}

function readOffset(text: string | undefined): number {
  if (!text) return NO_OFFSET;
  if (text === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith("-") ? -minutes : minutes) * MINUTE_MS;
}
