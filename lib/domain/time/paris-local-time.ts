import type { CivilDate } from "./civil-date";
import { parisOffsetMs } from "./paris-offset-ms";

const MINUTE_MS = 60_000;

/** What a clock in Paris shows. */
export type ParisLocalTime = {
  readonly day: CivilDate;
  /** Shown by the clock, not elapsed: 180 is 03:00 on every day. [min, 0 to 1439] */
  readonly minuteOfDay: number;
  /** 60 or 120; tells the two 02:30 of October apart. [min] */
  readonly offsetMinutes: number;
};

/**
 * The Paris day and clock time of an instant.
 *
 * @param instantMs - Instant. [ms since 1970-01-01T00:00:00Z]
 *
 * @example
 * parisLocalTime(Date.parse("2026-10-25T01:30:00Z"));
 * // => { day: "2026-10-25", minuteOfDay: 150, offsetMinutes: 60 }
 */
export function parisLocalTime(instantMs: number): ParisLocalTime {
  const offsetMs = parisOffsetMs(instantMs);
  const local = new Date(instantMs + offsetMs);
  return {
    day: local.toISOString().slice(0, 10) as CivilDate,
    minuteOfDay: local.getUTCHours() * 60 + local.getUTCMinutes(),
    offsetMinutes: offsetMs / MINUTE_MS,
  };
}
