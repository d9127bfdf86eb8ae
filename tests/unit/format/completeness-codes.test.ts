import fc from "fast-check";
import { expect, test } from "vitest";
import type { CompletenessState } from "@/lib/domain/measures/completeness-day";
import { completenessAt, countCompleteness, encodeCompleteness } from "@/lib/format/completeness-codes";

const STATES: readonly CompletenessState[] = [
  "outside_perimeter",
  "missing",
  "manual",
  "copied",
  "interpolated",
  "measured",
];

test("every state has a letter of its own", () => {
  expect(encodeCompleteness(STATES)).toBe("-xscim");
});

test("property: a row comes back day by day, and its counts add up", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STATES), { maxLength: 400 }), (states) => {
      const codes = encodeCompleteness(states);
      expect(states.map((_, day) => completenessAt(codes, day))).toEqual(states);
      const counts = countCompleteness(codes);
      for (const state of STATES) expect(counts[state]).toBe(states.filter((each) => each === state).length);
    }),
  );
});

test("beyond the row there is nothing to tell", () => {
  expect(completenessAt("m", 1)).toBe("outside_perimeter");
  expect(completenessAt("?", 0)).toBe("outside_perimeter");
});
