import type { CivilDate } from "./civil-date";
import { parisOffsetMs } from "./paris-offset-ms";

const HOUR_MS = 3_600_000;

/**
 * The instant at which a civil day begins in Paris. [ms since 1970-01-01T00:00:00Z]
 *
 * @example
 * parisMidnightMs(civilDate("2026-06-21")); // => Date.parse("2026-06-20T22:00:00Z")
 */
export function parisMidnightMs(day: CivilDate): number {
  const utcMidnightMs = Date.parse(`${day}T00:00:00Z`);
  // Any instant of the evening before will do: the clocks change at 01:00 UTC.
  return utcMidnightMs - parisOffsetMs(utcMidnightMs - 2 * HOUR_MS);
}
