import { expect, test } from "vitest";
import { settlementRates } from "@/lib/domain/settlement/settlement-rates";

test.for([
  { totals: [200, 400, 100], rates: [0.5, 0.25, 0.5] },
  { totals: [400, 200, 200], rates: [0.5, 1, 2] }, // more is produced than withdrawn: coverage above 1
  { totals: [0, 400, 0], rates: [null, 0, 0] },
  { totals: [400, 0, 0], rates: [0, null, null] },
  { totals: [0, 0, 0], rates: [null, null, null] },
] as const)("production, withdrawal, self-consumed $totals → $rates", ({ totals, rates }) => {
  const [productionWh, withdrawalWh, selfConsumedWh] = totals;
  const found = settlementRates({ productionWh, withdrawalWh, selfConsumedWh });
  expect([found.selfConsumptionRate, found.selfProductionRate, found.coverageRate]).toEqual(rates);
});
