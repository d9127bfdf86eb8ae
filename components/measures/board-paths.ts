import type { CompletenessState } from "@/lib/domain/measures/completeness-day";
import { completenessAt } from "@/lib/format/completeness-codes";

/** Size of a cell, one day of one metering point. [px] */
export const CELL = { width: 3, height: 18, gap: 2 } as const;

/**
 * One SVG path for each state, whatever the number of cells: days in a row in the same state are one rectangle.
 *
 * @param rows - Codes of each row, all of one length.
 */
export function boardPaths(rows: readonly string[]): ReadonlyMap<CompletenessState, string> {
  const parts = new Map<CompletenessState, string[]>();
  for (const [row, codes] of rows.entries()) {
    for (let start = 0; start < codes.length; ) {
      const end = endOfRun(codes, start);
      const state = completenessAt(codes, start);
      const path = parts.get(state) ?? [];
      parts.set(state, path);
      path.push(rectangle(row, start, end));
      start = end;
    }
  }
  return new Map([...parts].map(([state, path]) => [state, path.join("")]));
}

function endOfRun(codes: string, start: number): number {
  let end = start + 1;
  while (end < codes.length && codes[end] === codes[start]) end += 1;
  return end;
}

function rectangle(row: number, start: number, end: number): string {
  const width = (end - start) * CELL.width;
  const height = CELL.height - CELL.gap;
  return `M${start * CELL.width} ${row * CELL.height}h${width}v${height}h${-width}z`;
}
