import fc from "fast-check";
import { expect, test } from "vitest";
import { linkDetail } from "@/lib/domain/scoring/link-detail";
import { anyDetail } from "./scoring-arbitraries";

test.for([
  { detail: [0.2, 0.5, 0.3], index: 0, percent: 60, expected: [0.6, 0.25, 0.15] },
  { detail: [1, 0, 0], index: 0, percent: 40, expected: [0.4, 0, 0.6] },
  { detail: [1, 0, 0], index: 1, percent: 30, expected: [0.7, 0.3, 0] },
  { detail: [0, 0, 1], index: 2, percent: 80, expected: [0.2, 0, 0.8] },
  { detail: [0.2, 0.5, 0.3], index: 1, percent: 150, expected: [0, 1, 0] },
  { detail: [0.2, 0.5, 0.3], index: 1, percent: -5, expected: [0.4, 0, 0.6] },
] as const)("part $index of $detail set to $percent %", ({ detail, index, percent, expected }) => {
  expect(linkDetail(detail, index, percent)).toEqual(expected);
});

test("the three always make up the whole, the one that is set as it was set", () => {
  fc.assert(
    fc.property(anyDetail, fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: 100 }), (detail, index, percent) => {
      const linked = linkDetail(detail, index as 0 | 1 | 2, percent);
      expect(linked[index]).toBe(percent / 100);
      expect(Math.round(100 * (linked[0] + linked[1] + linked[2]))).toBe(100);
      expect(Math.min(...linked)).toBeGreaterThanOrEqual(0);
    }),
  );
});
