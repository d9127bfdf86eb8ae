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
  const layout = new LayoutTally();
  let [lines, stampedLines] = [0, 0];
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  while (lines < maxLines && scanner.nextLine()) {
    lines += 1;
    if (!scanner.readStamp()) continue;
    stampedLines += 1;
    scanner.readCells();
    layout.add(scanner.cellCount, scanner.endsEmpty);
    if (!isPlausibleDay(scanner.day)) continue; // a typing error must not stretch the period
    firstDay = Math.min(firstDay, scanner.day);
    lastDay = Math.max(lastDay, scanner.day);
  }
  return { stampedLines, lines, ...layout.result(), firstDay, lastDay };
}

/** Counts lines by their number of values: open ones end with a value, closed ones with `;`. */
class LayoutTally {
  readonly #open = new Map<number, number>();
  readonly #closed = new Map<number, number>();
  #openLines = 0;
  #closedLines = 0;

  add(cellCount: number, endsEmpty: boolean): void {
    if (endsEmpty) this.#closedLines += 1;
    else this.#openLines += 1;
    const valueCount = endsEmpty ? cellCount - 1 : cellCount;
    const counts = endsEmpty ? this.#closed : this.#open;
    if (valueCount > 0) counts.set(valueCount, (counts.get(valueCount) ?? 0) + 1);
  }

  result(): Pick<LoadCurveSurvey, "valuesPerLine" | "hasTrailingSeparator"> {
    // A line that ends with a value shows its number without a doubt, but a few of
    // them among lines that end with `;` are typing errors.
    const areOpen = this.#open.size > 0 && this.#openLines * 9 > this.#closedLines;
    return {
      valuesPerLine: mostFrequent(areOpen ? this.#open : this.#closed),
      hasTrailingSeparator: this.#closedLines > this.#openLines,
    };
  }
}

// 1996: before, summer time followed another rule (and no meter had a curve).
function isPlausibleDay(day: number): boolean {
  const monthAndDay = day % 10_000;
  return day > 1996_00_00 && day < 2100_00_00 && monthAndDay >= 1_01 && monthAndDay <= 12_31;
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? 0;
}
