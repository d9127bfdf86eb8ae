import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import { roundToPrecision } from "@/lib/domain/coefficients/round-to-precision";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const anyUnit = fc.constantFrom(1, 10, 100, 1_000, 10_000);
const anyShares = fc
  .array(fc.nat(1_000_000), { minLength: 1, maxLength: 60 })
  .filter((weights) => sum(weights) > 0)
  .map((weights) => weights.map((weight) => weight / sum(weights)));

describe("a row of shares at a precision", () => {
  test.for([
    { shares: [1 / 3, 1 / 3, 1 / 3], unitPpm: 100, expected: [333_400, 333_300, 333_300] },
    { shares: [0.29, 0.71], unitPpm: 10_000, expected: [290_000, 710_000] },
    { shares: [0.125, 0.125], unitPpm: 10_000, expected: [130_000, 120_000] },
    { shares: [0.005, 0.004], unitPpm: 10_000, expected: [0, 0] },
    { shares: [0, 0], unitPpm: 1, expected: [0, 0] },
    { shares: [], unitPpm: 1, expected: [] },
  ])("$shares at $unitPpm ppm", ({ shares, unitPpm, expected }) => {
    expect(roundToPrecision(shares, unitPpm)).toEqual(expected);
  });

  test("of the whole stays the whole, each share moved by less than a unit", () => {
    fc.assert(
      fc.property(anyShares, anyUnit, (shares, unitPpm) => {
        const ppm = roundToPrecision(shares, unitPpm);
        expect(sum(ppm)).toBe(WHOLE_PPM);
        for (const [index, value] of ppm.entries()) {
          expect(value % unitPpm).toBe(0);
          expect(Math.abs(value - (shares[index] as number) * WHOLE_PPM)).toBeLessThan(unitPpm * (1 + 1e-5));
        }
      }),
    );
  });

  test("of a part is never above it", () => {
    fc.assert(
      fc.property(anyShares, anyUnit, fc.integer({ min: 0, max: WHOLE_PPM }), (shares, unitPpm, wholePpm) => {
        const total = sum(roundToPrecision(shares, unitPpm, wholePpm));
        expect(total).toBeLessThanOrEqual(wholePpm);
        expect(total).toBeGreaterThan(wholePpm - unitPpm);
      }),
    );
  });

  test("that is exact already is left alone", () => {
    fc.assert(
      fc.property(anyShares, anyUnit, (shares, unitPpm) => {
        const ppm = roundToPrecision(shares, unitPpm);
        expect(
          roundToPrecision(
            ppm.map((value) => value / WHOLE_PPM),
            unitPpm,
          ),
        ).toEqual(ppm);
      }),
    );
  });
});
