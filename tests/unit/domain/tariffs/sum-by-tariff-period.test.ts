import fc from "fast-check";
import { expect, test } from "vitest";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { classifySteps } from "@/lib/domain/tariffs/classify-steps";
import { sumByTariffPeriod } from "@/lib/domain/tariffs/sum-by-tariff-period";
import type { DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const day = (text: string) => civilDate(text);
const minute = fc.integer({ min: 0, max: 1439 });
const range = fc
  .tuple(minute, minute)
  .filter(([from, to]) => from !== to)
  .map(([fromMinute, toMinute]) => ({ fromMinute, toMinute }));

const schedule = (from: string): fc.Arbitrary<DatedTariffSchedule> =>
  fc.record({
    from: fc.constant(day(from)),
    structure: fc.constantFrom("peak_off_peak" as const, "four_periods" as const),
    offPeak: fc.tuple(range),
    lowSeasonOffPeak: fc.option(fc.tuple(range)),
    highSeasonMonths: fc.option(fc.constant([10, 11, 12])),
  });

// A clock change, a change of season and two schedules within one period; values of very different sizes.
const AXIS = parisPeriodAxis(day("2026-03-27"), day("2026-04-03"), 30);
const wh = fc.oneof(
  fc.double({ min: 0, max: 1e7, noNaN: true }),
  fc.double({ min: 0, max: 1e-3, noNaN: true }),
  fc.constant(0),
);
const curve = fc
  .array(wh, { minLength: AXIS.length, maxLength: AXIS.length })
  .map((values) => Float64Array.from(values));

test("the periods add up to the total of the curve, to its last bit", () => {
  fc.assert(
    fc.property(curve, schedule("2026-03-28"), schedule("2026-03-31"), (energyWh, first, second) => {
      const parts = sumByTariffPeriod(energyWh, classifySteps(AXIS, [first, second], []));
      let together = 0;
      for (const part of parts) together += part.energyWh as number;
      expect(together).toBe(sumEnergy(energyWh).totalWh);
      expect(parts.every((part) => (part.energyWh as number) >= 0)).toBe(true);
      expect(parts.at(-1)?.period).toBeNull(); // 27 March has no schedule
    }),
    { numRuns: 300 },
  );
});

const NIGHT: DatedTariffSchedule = {
  from: day("2020-01-01"),
  structure: "peak_off_peak",
  offPeak: [{ fromMinute: 22 * 60 + 38, toMinute: 6 * 60 + 38 }],
  lowSeasonOffPeak: null,
  highSeasonMonths: null,
};

test("worked by hand: 1 Wh a half-hour, off-peak from 22:38 to 06:38", () => {
  const axis = parisPeriodAxis(day("2026-06-21"), day("2026-06-22"), 30);
  const parts = sumByTariffPeriod(new Float64Array(axis.length).fill(1), classifySteps(axis, [NIGHT], []));
  // 13 whole half-hours before 06:30, 8/30 of the next, 22/30 of that of 22:30, 2 whole ones: 16 in all.
  expect(parts.map(({ period }) => period)).toEqual(["HP", "HC"]);
  expect(parts[1]?.energyWh).toBeCloseTo(16, 12);
  expect(parts[0]?.energyWh).toBeCloseTo(32, 12);
});

test("a missing step makes its own periods unknown, not the others", () => {
  const axis = parisPeriodAxis(day("2026-06-21"), day("2026-06-22"), 30);
  const steps = classifySteps(axis, [NIGHT], []);
  const missingAtNoon = new Float64Array(axis.length).fill(1);
  missingAtNoon[24] = Number.NaN;
  expect(sumByTariffPeriod(missingAtNoon, steps)).toEqual([
    { period: "HP", energyWh: null },
    { period: "HC", energyWh: expect.closeTo(16, 12) },
  ]);
  const missingAtTheBorder = new Float64Array(axis.length).fill(1);
  missingAtTheBorder[13] = Number.NaN;
  expect(sumByTariffPeriod(missingAtTheBorder, steps).every(({ energyWh }) => energyWh === null)).toBe(true);
});

test("a curve on another axis is refused", () => {
  const axis = parisPeriodAxis(day("2026-06-21"), day("2026-06-22"), 30);
  expect(() => sumByTariffPeriod(new Float64Array(46), classifySteps(axis, [NIGHT], []))).toThrow(
    expect.objectContaining({ code: "AXIS_MISMATCH" }),
  );
});
