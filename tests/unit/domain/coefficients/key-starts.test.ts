import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import { splitByWeight } from "@/lib/domain/coefficients/split-by-weight";
import { splitEqually } from "@/lib/domain/coefficients/split-equally";
import { spreadRest } from "@/lib/domain/coefficients/spread-rest";
import { DomainError } from "@/lib/domain/errors";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const anyUnit = fc.constantFrom(1, 10, 100, 1_000, 10_000);
const locked = (ppm: number) => ({ ppm, isLocked: true });
const free = (ppm: number) => ({ ppm, isLocked: false });

describe("equal shares", () => {
  test("three thirds at two decimals are 33,34 and twice 33,33", () => {
    expect(splitEqually(3, 100)).toEqual([333_400, 333_300, 333_300]);
  });

  test("of nobody are none", () => {
    expect(splitEqually(0, 100)).toEqual([]);
  });

  test("are the whole, and differ by one unit at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), anyUnit, (count, unitPpm) => {
        const ppm = splitEqually(count, unitPpm);
        expect(sum(ppm)).toBe(WHOLE_PPM);
        expect(Math.max(...ppm) - Math.min(...ppm)).toBeLessThanOrEqual(unitPpm);
      }),
    );
  });
});

describe("shares by a figure", () => {
  test("give nothing to a consumer whose figure is not known, and name it", () => {
    expect(splitByWeight([2, null, 1], 100)).toEqual({ ppm: [666_700, null, 333_300], unknown: [1] });
  });

  test.for([
    { weights: [0, 0], expected: [0, 0] },
    { weights: [null, null], expected: [null, null] },
    { weights: [1e300, 1e300], expected: [500_000, 500_000] },
  ])("$weights", ({ weights, expected }) => {
    expect(splitByWeight(weights, 100).ppm).toEqual(expected);
  });

  test("are the whole, whoever has no figure", () => {
    const anyWeights = fc.array(fc.option(fc.integer({ min: 1, max: 1e9 }), { freq: 5 }), { maxLength: 40 });
    fc.assert(
      fc.property(anyWeights, anyUnit, (weights, unitPpm) => {
        const { ppm, unknown } = splitByWeight(weights, unitPpm);
        const known = ppm.flatMap((value) => (value === null ? [] : [value]));
        expect(known.length + unknown.length).toBe(weights.length);
        expect(sum(known)).toBe(known.length === 0 ? 0 : WHOLE_PPM);
      }),
    );
  });

  test("follow the figures: who has more never gets less", () => {
    const sorted = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1 }).map((all) => all.sort((a, b) => b - a));
    fc.assert(
      fc.property(sorted, anyUnit, (weights, unitPpm) => {
        const ppm = splitByWeight(weights, unitPpm).ppm.map(Number);
        expect(ppm).toEqual(ppm.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe("the rest", () => {
  test.for([
    { rows: [locked(400_000), free(1), free(2)], mode: "equally" as const, expected: [400_000, 300_000, 300_000] },
    {
      rows: [locked(400_000), free(1), free(2)],
      mode: "proportionally" as const,
      expected: [400_000, 200_000, 400_000],
    },
    {
      rows: [locked(400_000), free(0), free(0)],
      mode: "proportionally" as const,
      expected: [400_000, 300_000, 300_000],
    },
    { rows: [locked(1_000_000), free(500_000)], mode: "equally" as const, expected: [1_000_000, 0] },
    { rows: [locked(300_000), locked(1)], mode: "equally" as const, expected: [300_000, 1] },
    { rows: [locked(333_333), free(0)], mode: "equally" as const, expected: [333_333, 666_600] },
  ])("of $rows, $mode", ({ rows, mode, expected }) => {
    expect(spreadRest(rows, mode, 100)).toEqual(expected);
  });

  test("is refused when the locked shares exceed the whole", () => {
    expect(() => spreadRest([locked(600_000), locked(600_000), free(0)], "equally", 1)).toThrow(DomainError);
  });

  test("moves no locked row and never goes above the whole", () => {
    const anyRows = fc.array(fc.record({ ppm: fc.nat(20_000), isLocked: fc.boolean() }), { maxLength: 50 });
    fc.assert(
      fc.property(anyRows, fc.constantFrom("equally", "proportionally"), anyUnit, (rows, mode, unitPpm) => {
        const ppm = spreadRest(rows, mode as "equally" | "proportionally", unitPpm);
        for (const [index, row] of rows.entries()) if (row.isLocked) expect(ppm[index]).toBe(row.ppm);
        expect(sum(ppm)).toBeLessThanOrEqual(WHOLE_PPM);
        if (rows.some(({ isLocked }) => !isLocked)) expect(sum(ppm)).toBeGreaterThan(WHOLE_PPM - unitPpm);
      }),
    );
  });
});
