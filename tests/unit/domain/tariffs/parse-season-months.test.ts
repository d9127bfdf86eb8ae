import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSeasonMonths } from "@/lib/domain/tariffs/parse-season-months";
import { formatMonths } from "@/lib/format/format-months";

test.for([
  ["novembre à mars", [1, 2, 3, 11, 12]],
  ["de novembre à mars", [1, 2, 3, 11, 12]],
  ["Nov.-mars", [1, 2, 3, 11, 12]],
  ["11-3", [1, 2, 3, 11, 12]],
  ["11, 12, 1, 2, 3", [1, 2, 3, 11, 12]],
  ["décembre, janvier et février", [1, 2, 12]],
  ["août", [8]],
  ["juin - juillet", [6, 7]],
] as const)("%j", ([text, months]) => {
  expect(parseSeasonMonths(text)).toEqual(months);
});

test.for(["", "hiver", "0", "13", "mars à", "mars à mai à juin", "novembre et"])("%j is not understood", (text) => {
  expect(parseSeasonMonths(text)).toBeNull();
});

test("what is written is read back", () => {
  const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 11 });
  fc.assert(
    fc.property(months, (some) => {
      expect(parseSeasonMonths(formatMonths(some))).toEqual(some.toSorted((a, b) => a - b));
    }),
  );
});
