import { civilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/** A year of the calendar, from 1 January to 31 December. */
export function civilYear(year: number): Period {
  return { from: civilDate(`${year}-01-01`), toExclusive: civilDate(`${year + 1}-01-01`) };
}
