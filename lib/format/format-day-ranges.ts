import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "./format-date";

/**
 * Days as few words: runs of following days as « du … au … ».
 *
 * @param days - In order.
 *
 * @example
 * formatDayRanges(["2026-10-01", "2026-10-19", "2026-10-20"]); // => "01/10/2026, du 19/10/2026 au 20/10/2026"
 */
export function formatDayRanges(days: readonly CivilDate[]): string {
  const runs: { first: CivilDate; last: CivilDate }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && addDays(run.last, 1) === day) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs
    .map(({ first, last }) => (first === last ? formatDay(first) : `du ${formatDay(first)} au ${formatDay(last)}`))
    .join(", ");
}
