import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/**
 * The twelve civil months before the one of a day: the last year whose days are all over.
 *
 * @example
 * lastYear(civilDate("2026-11-22")); // => { from: "2025-11-01", toExclusive: "2026-11-01" }
 */
export function lastYear(day: CivilDate): Period {
  const month = day.slice(5, 7);
  const year = Number(day.slice(0, 4));
  return { from: `${year - 1}-${month}-01` as CivilDate, toExclusive: `${year}-${month}-01` as CivilDate };
}
