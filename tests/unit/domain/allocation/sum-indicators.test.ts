import { expect, test } from "vitest";
import { allocate } from "@/lib/domain/allocation/allocate";
import { sumIndicators } from "@/lib/domain/allocation/sum-indicators";

const axis = { startMs: 0, stepMinutes: 30, length: 2 };
const series = (first: number, second: number) => ({ axis, energyWh: Float64Array.of(first, second) });
const indicators = (production: ReturnType<typeof series>[], withdrawal: ReturnType<typeof series>[]) => {
  const ppm = withdrawal.map(() => 500_000);
  const input = { axis, production, withdrawal, coefficients: { kind: "static" as const, ppm } };
  return sumIndicators(input, allocate(input));
};

test("totals and rates", () => {
  expect(indicators([series(100, 0)], [series(30, 20), series(80, 30)])).toEqual({
    productionWh: 100,
    withdrawalWh: 160,
    selfConsumedWh: 80,
    surplusWh: 20,
    complementWh: 80,
    selfConsumptionRate: 0.8,
    selfProductionRate: 0.5,
    coverageRate: 0.625,
  });
});

test("a missing step makes what depends on it unknown, never smaller", () => {
  expect(indicators([series(100, 0)], [series(30, Number.NaN), series(80, 30)])).toEqual({
    productionWh: 100,
    withdrawalWh: null,
    selfConsumedWh: null,
    surplusWh: null,
    complementWh: null,
    selfConsumptionRate: null,
    selfProductionRate: null,
    coverageRate: null,
  });
});

test.for([
  { name: "nothing produced", production: 0, withdrawal: 50, rates: [null, 0, 0] },
  { name: "nothing withdrawn", production: 50, withdrawal: 0, rates: [0, null, null] },
  { name: "more produced than withdrawn", production: 100, withdrawal: 50, rates: [0.5, 1, 2] },
])("$name", ({ production, withdrawal, rates }) => {
  const found = indicators([series(production, 0)], [series(withdrawal, 0)]);
  expect([found.selfConsumptionRate, found.selfProductionRate, found.coverageRate]).toEqual(rates);
});

test("no producer", () => {
  expect(indicators([], [series(30, 20)])).toMatchObject({ productionWh: 0, selfConsumedWh: 0, complementWh: 50 });
});
