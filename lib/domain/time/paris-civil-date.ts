import type { CivilDate } from "./civil-date";
import { parisOffsetMs } from "./paris-offset-ms";

/**
 * The civil day of an instant in Paris.
 *
 * @param instantMs - Instant. [ms since 1970-01-01T00:00:00Z]
 *
 * @example
 * parisCivilDate(Date.parse("2026-06-20T22:00:00Z")); // => "2026-06-21"
 */
export function parisCivilDate(instantMs: number): CivilDate {
  return new Date(instantMs + parisOffsetMs(instantMs)).toISOString().slice(0, 10) as CivilDate;
}
