import { addMonths } from "@/lib/domain/time/add-months";
import type { Period } from "@/lib/domain/time/period";

const YEAR = -12; // months

/**
 * The same days of the calendar a year before; 29 February becomes the 28th.
 *
 * @example
 * sameDaysAYearBefore({ from: civilDate("2026-10-15"), toExclusive: civilDate("2026-11-15") });
 * // => { from: "2025-10-15", toExclusive: "2025-11-15" }
 */
export function sameDaysAYearBefore({ from, toExclusive }: Period): Period {
  return { from: addMonths(from, YEAR), toExclusive: addMonths(toExclusive, YEAR) };
}
