import fc from "fast-check";
import { expect, test } from "vitest";
import { boardPaths, CELL } from "@/components/measures/board-paths";
import type { CompletenessState } from "@/lib/domain/measures/completeness-day";
import { countCompleteness } from "@/lib/format/completeness-codes";

/** The rectangles of a path, in cells. */
function rectanglesOf(path: string) {
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-(\d+)z/g)].map((found) => {
    const [x, y, width, height, back] = found.slice(1).map(Number) as [number, number, number, number, number];
    expect([height, back]).toEqual([CELL.height - CELL.gap, width]);
    return { day: x / CELL.width, row: y / CELL.height, days: width / CELL.width };
  });
}

test("days in a row in the same state are one rectangle", () => {
  const paths = boardPaths(["mmxx", "xmmm"]);
  expect([...paths.keys()].sort()).toEqual(["measured", "missing"]);
  expect(rectanglesOf(paths.get("missing") ?? "")).toEqual([
    { day: 2, row: 0, days: 2 },
    { day: 0, row: 1, days: 1 },
  ]);
});

test("nothing to draw, no path", () => {
  expect(boardPaths([]).size).toBe(0);
  expect(boardPaths(["", ""]).size).toBe(0);
});

const anyRows = fc
  .tuple(fc.nat(12), fc.nat(60))
  .chain(([rows, days]) =>
    fc.array(fc.string({ unit: fc.constantFrom(..."micsx-"), minLength: days, maxLength: days }), { maxLength: rows }),
  );

test("property: each cell is in the path of its state, once, and in no other", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const areas = new Map<string, number>();
      const covered = new Set<string>();
      for (const [state, path] of boardPaths(rows)) {
        for (const { day, row, days } of rectanglesOf(path)) {
          areas.set(state, (areas.get(state) ?? 0) + days);
          for (let n = 0; n < days; n += 1) covered.add(`${row}|${day + n}`);
        }
      }
      const cellCount = rows.reduce((sum, codes) => sum + codes.length, 0);
      expect(covered.size).toBe(cellCount);
      const counts = countCompleteness(rows.join(""));
      for (const [state, count] of Object.entries(counts)) {
        expect(areas.get(state as CompletenessState) ?? 0).toBe(count);
      }
    }),
  );
});
