import { expect, test } from "vitest";
import { meanClockHours } from "@/lib/domain/publishing/mean-clock-hours";
import { sumByClockHour } from "@/lib/domain/publishing/sum-by-clock-hour";
import { civilDate } from "@/lib/domain/time/civil-date";

/** A day of half-hours that all are worth 1 Wh. */
const flatDay = (day: string, length: number) => {
  const flat = () => new Float64Array(length).fill(1);
  return {
    day: civilDate(day),
    stepMinutes: 30,
    productionWh: flat(),
    withdrawalWh: flat(),
    selfConsumedWh: flat(),
  };
};

test("an hour the clock skips passes once less, one it shows twice once more; the mean stays the mean", () => {
  const days = [flatDay("2026-03-28", 48), flatDay("2026-03-29", 46), flatDay("2026-10-25", 50)];
  const sums = sumByClockHour(days);
  expect(sums.hours).toEqual(Array.from({ length: 24 }, (_, hour) => (hour === 2 ? 1 + 0 + 2 : 3)));
  expect(sumByClockHour(days.slice(0, 2)).hours[2]).toBe(1);
  expect(meanClockHours([sums]).withdrawalWh).toEqual(Array.from({ length: 24 }, () => 2));
});

test("months weigh by their days; what is missing in one is missing in the mean", () => {
  const double = { ...flatDay("2026-05-01", 48), productionWh: new Float64Array(48).fill(2) };
  double.withdrawalWh[0] = Number.NaN;
  const april = sumByClockHour([flatDay("2026-04-29", 48), flatDay("2026-04-30", 48)]);
  const mean = meanClockHours([april, sumByClockHour([double])]);
  expect(mean.productionWh[12]).toBeCloseTo(8 / 3, 12);
  expect(mean.withdrawalWh.slice(0, 2)).toEqual([null, 2]);
  expect(meanClockHours([]).productionWh[0]).toBeNull();
});
