import fc from "fast-check";
import { expect, test } from "vitest";
import { loadDurationCurve } from "@/lib/domain/explorer/load-duration-curve";

const NO = Number.NaN;

function series(...energyWh: readonly number[]) {
  return { axis: { startMs: 0, stepMinutes: 30, length: energyWh.length }, energyWh: Float64Array.from(energyWh) };
}

test("powers from the highest to the lowest, missing ones apart", () => {
  expect(loadDurationCurve(series(5, NO, 20, 10), 10)).toEqual({
    stairs: [
      { powerW: 40, fromHours: 0, toHours: 0.5 },
      { powerW: 20, fromHours: 0.5, toHours: 1 },
      { powerW: 10, fromHours: 1, toHours: 1.5 },
    ],
    knownHours: 1.5,
    missingHours: 0.5,
  });
});

test("neighbours share a stair when there are too many", () => {
  const { stairs } = loadDurationCurve(series(1, 2, 3, 4, 5, 6), 4);
  expect(stairs.map(({ powerW }) => powerW)).toEqual([12, 9, 5, 2]);
});

test("nothing known, no stair", () => {
  expect(loadDurationCurve(series(NO, NO), 4)).toEqual({ stairs: [], knownHours: 0, missingHours: 1 });
});

test("property: energy and extremes are kept, stairs go down and follow each other", () => {
  const values = fc.array(fc.oneof(fc.constant(NO), fc.integer({ min: 0, max: 9_999 })), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.integer({ min: 3, max: 20 }), (wh, maxStairs) => {
      const known = wh.filter((value) => !Number.isNaN(value));
      const { stairs } = loadDurationCurve(series(...wh), maxStairs);
      const energyWh = stairs.reduce((sum, { powerW, fromHours, toHours }) => sum + powerW * (toHours - fromHours), 0);
      expect(stairs.length).toBe(Math.min(maxStairs, known.length));
      expect(energyWh).toBeCloseTo(
        known.reduce((sum, value) => sum + value, 0),
        6,
      );
      if (known.length > 0) {
        expect([stairs[0]?.powerW, stairs.at(-1)?.powerW]).toEqual([2 * Math.max(...known), 2 * Math.min(...known)]);
      }
      for (const [n, stair] of stairs.entries()) {
        expect(stair.fromHours).toBe(stairs[n - 1]?.toHours ?? 0);
        expect(stair.powerW).toBeLessThanOrEqual((stairs[n - 1]?.powerW ?? Number.POSITIVE_INFINITY) + 1e-9);
      }
    }),
  );
});
