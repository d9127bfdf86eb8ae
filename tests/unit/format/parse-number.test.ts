import fc from "fast-check";
import { expect, test } from "vitest";
import { formatNumber } from "@/lib/format/format-number";
import { parseNumber } from "@/lib/format/parse-number";

test.for([
  ["1 234,5", 1234.5],
  ["1\u202f234\u00a0567", 1_234_567],
  ["0.25", 0.25],
  ["-3", -3],
  ["\u22123,5", -3.5],
  ["", null],
  ["12,", null],
  ["1e3", null],
  ["1,2,3", null],
  ["douze", null],
  ["NaN", null],
] as const)("%j is %j", ([text, number]) => {
  expect(parseNumber(text)).toBe(number);
});

test("what a screen shows can be pasted back", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(3), (whole, decimals) => {
      const number = whole / 10 ** decimals;
      const shown = formatNumber(number, { minDecimals: decimals });
      expect(parseNumber(shown)).toBeCloseTo(number, 6);
    }),
  );
});
