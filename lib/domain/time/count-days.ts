import type { CivilDate } from "./civil-date";

/**
 * Number of civil days from `from` (included) to `toExclusive`; negative when they are reversed. [d]
 *
 * @example
 * countDays(civilDate("2026-03-28"), civilDate("2026-03-30")); // => 2
 */
export function countDays(from: CivilDate, toExclusive: CivilDate): number {
  return (Date.parse(`${toExclusive}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
