import { expect, test } from "vitest";
import { assertForecast } from "@/lib/domain/forecast/assert-forecast";
import { listForecastYears } from "@/lib/domain/forecast/list-forecast-years";
import type { ForecastMonth, OperationForecast } from "@/lib/domain/forecast/operation-forecast";
import { civilDate } from "@/lib/domain/time/civil-date";

const GOOD: ForecastMonth = { productionWh: 100, withdrawalWh: 200, selfConsumedWh: 80 };

/** Twelve good months but for the third. */
const forecast = (third: Partial<ForecastMonth> = {}, from = "2026-01-01"): OperationForecast => ({
  from: civilDate(from),
  months: Array.from({ length: 12 }, (_, index) => (index === 2 ? { ...GOOD, ...third } : GOOD)),
});

test.for([
  ["three energies", {}],
  ["all produced is used", { selfConsumedWh: 100 }],
  ["nothing is produced", { productionWh: 0, selfConsumedWh: 0 }],
  ["only the production is told", { withdrawalWh: null, selfConsumedWh: null }],
  ["nothing is told of a month", { productionWh: null, withdrawalWh: null, selfConsumedWh: null }],
] as const)("takes a forecast in which %s", ([, third]) => {
  expect(() => assertForecast(forecast(third))).not.toThrow();
});

test.for([
  [{ reason: "more_than_production", month: 3, from: "2026-03-01" }, forecast({ selfConsumedWh: 101 })],
  [{ reason: "more_than_withdrawal", month: 3, from: "2026-03-01" }, forecast({ withdrawalWh: 79 })],
  [{ reason: "energy", month: 3, from: "2026-03-01" }, forecast({ productionWh: -1 })],
  [{ reason: "energy", month: 3, from: "2026-03-01" }, forecast({ productionWh: Number.NaN })],
  [{ reason: "energy", month: 3, from: "2026-03-01" }, forecast({ withdrawalWh: 1e13 })],
  [{ reason: "first_day" }, forecast({}, "2026-01-02")],
  [{ reason: "twelve_months" }, { ...forecast(), months: forecast().months.slice(1) }],
  [
    { reason: "nothing_said" },
    {
      ...forecast(),
      months: forecast().months.map(() => ({ productionWh: null, withdrawalWh: null, selfConsumedWh: null })),
    },
  ],
] as const)("refuses: %j", ([details, wrong]) => {
  expect(() => assertForecast(wrong)).toThrow(expect.objectContaining({ code: "INVALID_FORECAST", details }));
});

test.for([
  ["2025-10-15", "2025-11-22", ["2025-10-01", "2026-10-01"]],
  ["2025-10-01", "2026-11-22", ["2025-10-01", "2026-10-01", "2027-10-01"]],
  ["2027-05-01", "2026-01-10", ["2027-05-01"]],
] as const)("an operation begun on %s has, on %s, the years %j", ([startDay, today, years]) => {
  expect(listForecastYears(civilDate(startDay), civilDate(today))).toEqual(years);
});
