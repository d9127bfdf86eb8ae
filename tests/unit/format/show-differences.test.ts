import fc from "fast-check";
import { expect, test } from "vitest";
import { showDifferences } from "@/lib/format/show-differences";

const anyParts = fc.array(
  fc.record({ before: fc.integer({ min: 0, max: 50_000 }), after: fc.integer({ min: 0, max: 50_000 }) }),
  { maxLength: 20 },
);
const tenths = (values: readonly number[]) => values.reduce((sum, value) => sum + Math.round(value * 10), 0);

test("lines and columns add up, and nothing moves by a tenth of what it is", () => {
  fc.assert(
    fc.property(anyParts, (milli) => {
      const parts = milli.map(({ before, after }) => ({ before: before / 1_000, after: after / 1_000 }));
      const shown = showDifferences(parts);
      for (const [index, { before, difference, after }] of shown.entries()) {
        expect(Math.round((before + difference) * 10)).toBe(Math.round(after * 10));
        expect(Math.abs(before - (parts[index]?.before ?? 0))).toBeLessThan(0.1 + 1e-9);
        expect(Math.abs(after - (parts[index]?.after ?? 0))).toBeLessThan(0.2 + 1e-9);
      }
      const sums = (["before", "difference", "after"] as const).map((name) => tenths(shown.map((line) => line[name])));
      expect((sums[0] ?? 0) + (sums[1] ?? 0)).toBe(sums[2]);
      const total = parts.reduce((sum, { before }) => sum + before, 0);
      expect(Math.abs((sums[0] ?? 0) / 10 - total)).toBeLessThanOrEqual(0.05 + 1e-9);
    }),
  );
});

test("what did not change shows the same figure twice", () => {
  const same = { before: 2.35, after: 2.35 };
  const shown = showDifferences([same, { before: 1.04, after: 1.18 }, same, { before: 3.333, after: 3.111 }]);
  expect(shown[0]).toMatchObject({ difference: 0 });
  expect(shown[2]?.before).toBe(shown[2]?.after);
});
