import { addMonths } from "@/lib/domain/time/add-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/**
 * The twelve whole months before that of a day.
 *
 * @example
 * rollingYear(civilDate("2026-11-22")); // => { from: "2025-11-01", toExclusive: "2026-11-01" }
 */
export function rollingYear(day: CivilDate): Period {
  const toExclusive = `${day.slice(0, 7)}-01` as CivilDate;
  return { from: addMonths(toExclusive, -12), toExclusive };
}
