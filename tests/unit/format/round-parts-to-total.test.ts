import fc from "fast-check";
import { expect, test } from "vitest";
import type { EnergyDayFlow } from "@/lib/format/read-energy-day";
import { roundEnergyFlows } from "@/lib/format/round-energy-flows";
import { roundPartsToTotal } from "@/lib/format/round-parts-to-total";

test.for([
  [[33.35, 33.35, 33.3], 1, [33.4, 33.3, 33.3]],
  [[1 / 3, 1 / 3, 1 / 3], 2, [0.34, 0.33, 0.33]],
  [[1.1, 2.2], 1, [1.1, 2.2]],
  [[0.5, null, 0.5, Number.NaN], 0, [1, null, 0, null]],
  [[-0.5, -0.5], 0, [0, -1]],
  [[], 1, []],
] as const)("%o to %o decimals → %o", ([parts, decimals, expected]) => {
  expect(roundPartsToTotal(parts, decimals).map((part) => (part === 0 ? 0 : part))).toEqual(expected);
});

test("refuses a total that the parts do not make", () => {
  expect(() => roundPartsToTotal([1, 2], 0, 30)).toThrow(/not their sum/);
});

const parts = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 });

test("what is shown adds up to the total that is shown, and each part is its value rounded down or up", () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 3 }), (values, decimals) => {
      const scale = 10 ** decimals;
      const rounded = roundPartsToTotal(values, decimals) as number[];
      const total = values.reduce((sum, value) => sum + value, 0);
      const shown = rounded.reduce((sum, value) => sum + Math.round(value * scale), 0);
      // A total on the very edge of two roundings may fall on either side.
      expect(Math.abs(shown - total * scale)).toBeLessThanOrEqual(0.5 + 1e-6 * Math.max(1, total));
      for (const [index, value] of rounded.entries()) {
        expect(Math.abs(value - (values[index] as number)) * scale).toBeLessThan(1 + 1e-6);
      }
    }),
  );
});

test("flows add up as they are read", () => {
  const wh = fc.double({ min: 0, max: 1e8, noNaN: true });
  fc.assert(
    fc.property(wh, wh, wh, fc.constantFrom(1, 10, 100), (selfConsumed, surplus, complement, unitWh) => {
      const shown = roundEnergyFlows(
        {
          production: selfConsumed + surplus,
          withdrawal: selfConsumed + complement,
          selfConsumed,
          surplus,
          complement,
        },
        unitWh,
      ) as Record<EnergyDayFlow, number>;
      expect(shown.selfConsumed + shown.surplus).toBe(shown.production);
      expect(shown.selfConsumed + shown.complement).toBe(shown.withdrawal);
      expect(shown.surplus).toBeGreaterThanOrEqual(0);
      expect(Math.abs(shown.surplus - surplus)).toBeLessThanOrEqual(unitWh + 1e-6);
    }),
  );
});

test("an unknown flow blanks what is derived from it, nothing else", () => {
  const flows = { production: null, withdrawal: 300, selfConsumed: 100, surplus: null, complement: 200 };
  expect(roundEnergyFlows(flows, 100)).toEqual(flows);
});
