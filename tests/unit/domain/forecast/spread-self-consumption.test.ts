import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadSelfConsumption } from "@/lib/domain/forecast/spread-self-consumption";
import { spreadYear } from "@/lib/domain/forecast/spread-year";
import { civilDate } from "@/lib/domain/time/civil-date";

const sum = (energies: readonly number[]) => energies.reduce((whole, energyWh) => whole + energyWh, 0);

test.for([
  ["the same share of each month", [100, 300], [900, 900], 0.5, [50, 150]],
  ["a month that draws too little, the others take the rest", [100, 300, 200], [100, 90, 200], 0.6, [90, 90, 180]],
  ["a month without production", [0, 100], [50, 50], 0.4, [0, 40]],
  ["all that is drawn", [100, 100], [30, 70], 0.5, [30, 70]],
  ["no withdrawal said", [100, 300], [null, null], 1, [100, 300]],
] as const)("spreads over %s", ([, production, withdrawal, rate, expected]) => {
  const months = production.map((productionWh, index) => ({ productionWh, withdrawalWh: withdrawal[index] ?? null }));
  expect(spreadSelfConsumption(months, rate)).toEqual(expected);
});

test("an ordinary study keeps its rate: a roof of 68 600 kWh used at 65 % by a town hall that draws 80 000", () => {
  const from = civilDate("2025-10-01");
  const withdrawal = spreadYear(from, 80_000_000, "public_building");
  const months = spreadYear(from, 68_600_000, "solar_roof").map((productionWh, index) => ({
    productionWh,
    withdrawalWh: withdrawal[index] as number,
  }));
  expect(sum(spreadSelfConsumption(months, 0.65))).toBe(44_590_000);
});

test("refuses a rate that no spread can keep", () => {
  const months = [
    { productionWh: 100, withdrawalWh: 49 },
    { productionWh: 100, withdrawalWh: 50 },
  ];
  expect(() => spreadSelfConsumption(months, 0.5)).toThrow(
    expect.objectContaining({ code: "INVALID_FORECAST", details: { reason: "year_more_than_withdrawal" } }),
  );
});

test("whatever the months: the year's rate to the watt-hour, no month beyond its own, the unlimited at one share", () => {
  const energy = fc.integer({ min: 0, max: 1e11 });
  const month = fc.record({ productionWh: energy, withdrawalWh: fc.option(energy) });
  fc.assert(
    fc.property(
      fc.array(month, { minLength: 12, maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, part) => {
        const most = all.map(({ productionWh, withdrawalWh }) => Math.min(productionWh, withdrawalWh ?? productionWh));
        const produced = sum(all.map(({ productionWh }) => productionWh));
        // Among the rates that can be kept.
        const rate = produced === 0 ? part : (part * (sum(most) - 1)) / produced;
        fc.pre(rate >= 0);
        const spread = spreadSelfConsumption(all, rate);
        expect(sum(spread)).toBe(Math.round(produced * rate));
        expect(spread.every((wh, index) => Number.isInteger(wh) && wh >= 0 && wh <= (most[index] as number))).toBe(
          true,
        );
        const share = Math.max(...spread.map((wh, index) => (wh - 12) / (all[index]?.productionWh || Infinity)));
        for (const [index, { productionWh }] of all.entries()) {
          const isLimited = spread[index] === most[index];
          expect(isLimited || (spread[index] as number) + 12 >= share * productionWh).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});
