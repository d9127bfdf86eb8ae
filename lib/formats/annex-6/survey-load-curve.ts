import { LoadCurveScanner } from "./load-curve-scanner";

/** What a first look at a load-curve file tells. */
export type LoadCurveSurvey = {
  /** Lines that begin with a date and an hour; 0: the file is not a load curve. */
  readonly stampedLines: number;
  /** Lines that are not blank. */
  readonly lines: number;
  /** Values of one hour: what most lines hold. */
  readonly valuesPerLine: number;
  /** Most lines end with `;`, so an empty last cell is no value. */
  readonly hasTrailingSeparator: boolean;
  /** Smallest and largest plausible day, as AAAAMMJJ numbers; without one, firstDay > lastDay. */
  readonly firstDay: number;
  readonly lastDay: number;
};

/**
 * Finds how a load-curve file is written, and the days it speaks of.
 *
 * `6666;` may be one value and a last separator, or two values of which the
 * second is missing: only the other lines of the file tell.
 *
 * @param bytes - Content of the file.
 * @param maxLines - Enough lines to know the layout; all of them for the days.
 */
export function surveyLoadCurve(bytes: Uint8Array, maxLines: number): LoadCurveSurvey {
  const scanner = new LoadCurveScanner(bytes);
  const lineCounts = { open: new Map<number, number>(), closed: new Map<number, number>() };
  let [lines, stampedLines, closedLines] = [0, 0, 0];
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  while (lines < maxLines && scanner.nextLine()) {
    lines += 1;
    if (!scanner.readStamp()) continue;
    scanner.readCells();
    stampedLines += 1;
    if (scanner.endsEmpty) closedLines += 1;
    const count = scanner.endsEmpty ? scanner.cellCount - 1 : scanner.cellCount;
    increment(scanner.endsEmpty ? lineCounts.closed : lineCounts.open, count);
    if (!isPlausibleDay(scanner.day)) continue; // a typing error must not stretch the period
    firstDay = Math.min(firstDay, scanner.day);
    lastDay = Math.max(lastDay, scanner.day);
  }
  return {
    stampedLines,
    lines,
    // A line that ends with a value shows its number without a doubt.
    valuesPerLine: mostFrequent(lineCounts.open.size > 0 ? lineCounts.open : lineCounts.closed),
    hasTrailingSeparator: closedLines * 2 > stampedLines,
    firstDay,
    lastDay,
  };
}

// 1996: before, summer time followed another rule (and no meter had a curve).
function isPlausibleDay(day: number): boolean {
  const monthAndDay = day % 10_000;
  return day > 1996_00_00 && day < 2100_00_00 && monthAndDay >= 1_01 && monthAndDay <= 12_31;
}

function increment(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? 0;
}
