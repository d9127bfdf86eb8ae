import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareCurves } from "@/lib/domain/comparison/compare-curves";

const START_MS = Date.parse("2026-06-01T10:00:00Z");
const HALF_HOUR_MS = 1_800_000;

function compare(ours: readonly number[], theirs: readonly number[], expected: readonly number[] = ours.map(() => 1)) {
  const axis = { startMs: START_MS, stepMinutes: 30, length: ours.length };
  return compareCurves(Float64Array.from(ours), Float64Array.from(theirs), axis, Uint8Array.from(expected));
}

describe("two curves side by side", () => {
  test("within 1 W of mean power, 0.5 Wh over half an hour, they are the same", () => {
    expect(compare([100, 200, 0], [100.5, 199.5, 0])).toMatchObject({
      isDifferent: false,
      excessWh: 0,
      oursWh: 300,
      theirsWh: 300,
      steps: { comparedSteps: 3, differingSteps: 0, firstMs: null, lastMs: null },
    });
  });

  test("beyond it, the first, the last and the largest difference are named", () => {
    const { isDifferent, excessWh, steps } = compare([100, 200, 300, 400], [100, 201, 290, 400]);
    expect({ isDifferent, excessWh }).toEqual({ isDifferent: true, excessWh: 11 });
    expect(steps).toEqual({
      comparedSteps: 4,
      differingSteps: 2,
      missingOurs: 0,
      missingTheirs: 0,
      firstMs: START_MS + HALF_HOUR_MS,
      lastMs: START_MS + 2 * HALF_HOUR_MS,
      largestWh: -10,
      largestMs: START_MS + 2 * HALF_HOUR_MS,
    });
  });

  test("what one of them lacks is missing, never 0, and only where it is expected", () => {
    const found = compare([100, 100, 100, Number.NaN], [100, Number.NaN, Number.NaN, 50], [1, 1, 0, 1]);
    expect(found).toMatchObject({ isDifferent: false, oursWh: 100, theirsWh: 100 });
    expect(found.steps).toMatchObject({ comparedSteps: 1, missingOurs: 1, missingTheirs: 1 });
  });

  test("with nothing in common, no total is known", () => {
    expect(compare([100], [Number.NaN])).toMatchObject({ oursWh: null, theirsWh: null, isDifferent: false });
  });

  test("whatever the values, rounding them to the watt, up or down, makes no difference", () => {
    const powers = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(powers, fc.constantFrom(Math.round, Math.floor, Math.ceil), (powersW, round) => {
        const found = compare(
          powersW.map((powerW) => powerW / 2),
          powersW.map((powerW) => round(powerW) / 2),
        );
        expect(found.isDifferent).toBe(false);
      }),
    );
  });

  test("totals further apart than the tolerance of all steps imply a step that differs", () => {
    const energies = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(energies, (pairs) => {
        const found = compare(
          pairs.map(([ours]) => ours),
          pairs.map(([, theirs]) => theirs),
        );
        const distanceWh = Math.abs((found.oursWh ?? 0) - (found.theirsWh ?? 0));
        if (distanceWh > pairs.length * found.toleranceWh) expect(found.isDifferent).toBe(true);
      }),
    );
  });
});
