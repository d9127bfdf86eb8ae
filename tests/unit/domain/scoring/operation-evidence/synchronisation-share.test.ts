import fc from "fast-check";
import { expect, test } from "vitest";
import { synchronisationShare } from "@/lib/domain/scoring/operation-evidence/synchronisation-share";

const energy = fc.double({ min: 0, max: 1e6, noNaN: true });
const steps = fc.array(fc.tuple(energy, energy), { minLength: 1, maxLength: 50 });
const dayOf = (pairs: readonly (readonly [number, number])[]) => ({
  productionWh: Float64Array.from(pairs, ([produced]) => produced),
  withdrawalWh: Float64Array.from(pairs, ([, drawn]) => drawn),
});

test("is a share, at least what any key shares, and does not depend on how days are cut", () => {
  fc.assert(
    fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), (pairs, fraction) => {
      const share = synchronisationShare([dayOf(pairs)]);
      const produced = pairs.reduce((sum, [energyWh]) => sum + energyWh, 0);
      if (!(produced > 0)) {
        expect(share).toBeNull();
        return;
      }
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      // A key that gives the fraction of the production to one consumer who draws everything.
      const shared = pairs.reduce((sum, [p, l]) => sum + Math.min(p * fraction, l), 0);
      expect(share).toBeGreaterThanOrEqual(shared / produced - 1e-9);
      const cut = synchronisationShare(pairs.map((pair) => dayOf([pair])));
      expect(cut).toBeCloseTo(share as number, 9);
    }),
  );
});

test.for<[string, readonly (readonly [number, number])[], number | null]>([
  [
    "half of it falls when nobody draws",
    [
      [2, 2],
      [2, 0],
    ],
    0.5,
  ],
  ["nothing was produced", [[0, 5]], null],
  [
    "a production is missing",
    [
      [Number.NaN, 5],
      [1, 1],
    ],
    null,
  ],
  ["a withdrawal is missing", [[1, Number.NaN]], null],
])("%s", ([, pairs, share]) => {
  expect(synchronisationShare([dayOf(pairs)])).toBe(share);
});
