import { expect, test } from "vitest";
import { forecastOfPeriod } from "@/lib/domain/forecast/forecast-of-period";
import type { OperationForecast } from "@/lib/domain/forecast/operation-forecast";
import { civilDate } from "@/lib/domain/time/civil-date";

/** A year from October: production 31 × the rank of the month, nothing else said but for the first. */
const forecast = (from: string, times = 1): OperationForecast => ({
  from: civilDate(from),
  months: Array.from({ length: 12 }, (_, index) => ({
    productionWh: 31 * (index + 1) * times,
    withdrawalWh: index === 0 ? 1000 : null,
    selfConsumedWh: index === 0 ? 11 : null,
  })),
});

const period = (from: string, toExclusive: string) => ({ from: civilDate(from), toExclusive: civilDate(toExclusive) });

test.for([
  ["its own month", period("2025-10-01", "2025-11-01"), 31, false],
  ["days of two months", period("2026-01-15", "2026-02-15"), 17 * 4 + (14 * 31 * 5) / 28, false],
  ["the part of a month from a start in its middle", period("2025-10-15", "2025-11-01"), 17, false],
  ["the year after, as it was told for the first", period("2026-10-01", "2026-11-01"), 31, true],
  ["a later forecast from its own first day", period("2027-10-01", "2027-11-01"), 62, false],
] as const)("foresees %s", ([, asked, productionWh, isRepeated]) => {
  const found = forecastOfPeriod(asked, [forecast("2027-10-01", 2), forecast("2025-10-01")]);
  expect(found?.productionWh).toBeCloseTo(productionWh, 9);
  expect(found?.isRepeated).toBe(isRepeated);
});

test("surplus and complement follow from what was told, and lack with it", () => {
  const told = forecastOfPeriod(period("2025-10-01", "2025-11-01"), [forecast("2025-10-01")]);
  expect(told).toMatchObject({ selfConsumedWh: 11, surplusWh: 20, complementWh: 989 });
  const lacking = forecastOfPeriod(period("2025-10-15", "2025-11-15"), [forecast("2025-10-01")]);
  expect(lacking).toMatchObject({ selfConsumedWh: null, surplusWh: null, withdrawalWh: null, complementWh: null });
});

test("foresees nothing before the first forecast", () => {
  expect(forecastOfPeriod(period("2025-09-15", "2025-10-15"), [forecast("2025-10-01")])).toBeNull();
  expect(forecastOfPeriod(period("2025-10-01", "2025-11-01"), [])).toBeNull();
});
