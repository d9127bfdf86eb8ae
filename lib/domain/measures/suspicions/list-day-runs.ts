import type { ParisDaySpan } from "@/lib/domain/time/list-paris-days";

/** Following days, at least one. */
export type DayRun = readonly [ParisDaySpan, ...ParisDaySpan[]];

/**
 * Puts together the suspect days that follow each other.
 *
 * @param days - In order, as `listParisDays` gives them.
 * @param markOf - What is suspect about the n-th day, or null; only days with the same mark make one run.
 */
export function listDayRuns(
  days: readonly ParisDaySpan[],
  markOf: (n: number) => string | number | null,
): readonly DayRun[] {
  const runs: [ParisDaySpan, ...ParisDaySpan[]][] = [];
  let lastMark: string | number | null = null;
  for (const [n, day] of days.entries()) {
    const mark = markOf(n);
    if (mark !== null && mark === lastMark) runs.at(-1)?.push(day);
    else if (mark !== null) runs.push([day]);
    lastMark = mark;
  }
  return runs;
}
