import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSuspicions } from "@/lib/domain/measures/suspicions/find-suspicions";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { ROOF, SITES, scale, siteOf, spoil, stepsOf, suspicionsOf, TOWN_HALL } from "./test-sites";

const NO = Number.NaN;

test.for(SITES)("thirteen clean months of $name raise nothing", (site) => {
  expect(suspicionsOf(site)).toEqual([]);
});

test("a year without a place, a power or a value raises nothing", () => {
  const axis = parisPeriodAxis(civilDate("2026-01-01"), civilDate("2027-01-01"), 30);
  const series = { axis, energyWh: new Float64Array(axis.length).fill(NO) };
  const unknown = { isSolar: true, place: null, subscribedPowerVa: null, peakPowerW: null };
  expect(findSuspicions(series, { ...unknown, quantity: "injection" })).toEqual([]);
  expect(findSuspicions(series, { ...unknown, quantity: "withdrawal" })).toEqual([]);
  const empty = { axis: { ...axis, length: 0 }, energyWh: new Float64Array(0) };
  expect(findSuspicions(empty, { ...unknown, quantity: "injection" })).toEqual([]);
});

describe("every defect is found, named, and placed", () => {
  test("zero over days", () => {
    const zero = scale(TOWN_HALL, "2026-02-10", "2026-02-13", 0);
    expect(suspicionsOf(zero)).toEqual(["flat_zero 2026-02-10 2026-02-13"]);
    expect(suspicionsOf(scale(TOWN_HALL, "2026-02-10", "2026-02-11", 0))).toEqual([]); // one day: a power cut
    expect(suspicionsOf(scale(ROOF, "2026-02-10", "2026-02-13", 0))).toEqual(["flat_zero 2026-02-10 2026-02-13"]);
  });

  test("zeros of a site that is not in use are not", () => {
    const closed = scale(TOWN_HALL, "2025-10-10", "2026-08-10", 0);
    expect(suspicionsOf(closed)).not.toContain("flat_zero 2025-10-10 2026-08-10");
  });

  test("a frozen value", () => {
    const frozen = spoil(TOWN_HALL, (wh) =>
      wh.fill(600, stepsOf(TOWN_HALL, "2026-02-10").start, stepsOf(TOWN_HALL, "2026-02-12").start),
    );
    const [found] = findSuspicions(frozen.series, frozen.context);
    expect(found).toMatchObject({ kind: "flat", reason: "flat_constant", powerW: 1_200, stepCount: 96 });
    expect(found).toMatchObject({ from: "2026-02-10", toExclusive: "2026-02-12" });
  });

  test("production at night", () => {
    const night = spoil(ROOF, (wh) =>
      wh.fill(1_000, stepsOf(ROOF, "2026-06-21").start, stepsOf(ROOF, "2026-06-21").start + 4),
    );
    expect(findSuspicions(night.series, night.context)).toMatchObject([
      { reason: "sun_down", from: "2026-06-21", stepCount: 4, maxPowerW: 2_000, energyWh: 4_000 },
    ]);
    const storage = { ...night, context: { ...night.context, isSolar: false } };
    expect(suspicionsOf(storage)).toEqual([]);
  });

  test("a negative value", () => {
    const negative = spoil(TOWN_HALL, (wh) => wh.fill(-50, 5_000, 5_003));
    expect(findSuspicions(negative.series, negative.context)).toMatchObject([
      { reason: "negative", stepCount: 3, minPowerW: -100 },
    ]);
  });

  test("days at most a week apart are told as one", () => {
    const negative = (...days: readonly string[]) =>
      spoil(TOWN_HALL, (wh) => {
        for (const day of days) wh[stepsOf(TOWN_HALL, day).start + 20] = -1;
      });
    expect(suspicionsOf(negative("2026-02-02", "2026-02-09"))).toEqual(["negative 2026-02-02 2026-02-10"]);
    expect(suspicionsOf(negative("2026-02-02", "2026-02-10"))).toHaveLength(2);
  });

  test("a power above the contract or the roof, tolerance included", () => {
    const [inside, above] = [18_000 * 1.09, 18_000 * 1.11].map((powerW) =>
      spoil(TOWN_HALL, (wh) => wh.fill(powerW / 2, 5_000, 5_001)),
    ) as [typeof TOWN_HALL, typeof TOWN_HALL];
    expect(suspicionsOf(inside)).toEqual([]);
    expect(findSuspicions(above.series, above.context)).toMatchObject([
      { reason: "above_subscribed", stepCount: 1, maxPowerW: 19_980, limitW: 18_000 },
    ]);
    const noon = stepsOf(ROOF, "2026-06-21").start + 28;
    const roof = spoil(ROOF, (wh) => wh.fill(30_000, noon, noon + 1));
    expect(suspicionsOf(roof)).toEqual(["above_peak 2026-06-21 2026-06-22"]);
  });

  test("a day equal to another", () => {
    const copy = (from: string, to: string) =>
      spoil(TOWN_HALL, (wh) =>
        wh.copyWithin(stepsOf(TOWN_HALL, to).start, stepsOf(TOWN_HALL, from).start, stepsOf(TOWN_HALL, from).end),
      );
    const other = copy("2026-02-10", "2026-02-12");
    expect(findSuspicions(other.series, other.context)).toMatchObject([
      { reason: "same_as_other_day", from: "2026-02-12", toExclusive: "2026-02-13", otherFrom: "2026-02-10" },
    ]);
    expect(suspicionsOf(copy("2026-02-10", "2026-02-17"))).toEqual(["same_as_week_before 2026-02-17 2026-02-18"]);
  });

  test.for([
    [10, "ten_times_more"],
    [0.1, "ten_times_less"],
    [1_000, "thousand_times_more"],
    [0.001, "thousand_times_less"],
  ] as const)("a withdrawal times %d, for a day or a month", ([factor, reason]) => {
    const withoutLimit = { ...TOWN_HALL, context: { ...TOWN_HALL.context, subscribedPowerVa: null } };
    expect(suspicionsOf(scale(withoutLimit, "2026-02-10", "2026-02-11", factor))).toEqual([
      `${reason} 2026-02-10 2026-02-11`,
    ]);
    const month = suspicionsOf(scale(withoutLimit, "2026-02-01", "2026-03-01", factor));
    expect(month).toEqual([`${reason} 2026-02-01 2026-03-01`]);
  });

  test.for([
    [1_000, "thousand_times_more", "2026-06-21", "2026-06-22"],
    [10, "ten_times_more", "2026-06-21", "2026-06-22"],
    [0.1, "ten_times_less", "2026-06-21", "2026-06-29"],
    [0.1, "ten_times_less", "2026-05-01", "2026-06-01"],
    [0.001, "thousand_times_less", "2026-05-01", "2026-06-01"],
  ] as const)("an injection times %d", ([factor, reason, from, to]) => {
    const roof = { ...ROOF, context: { ...ROOF.context, peakPowerW: null } };
    expect(suspicionsOf(scale(roof, from, to, factor))).toContain(`${reason} ${from} ${to}`);
  });

  test("a curve that runs an hour off after a clock change", () => {
    const shift = (site: typeof ROOF, change: string, stepCount: number) =>
      spoil(site, (wh, { energyWh }) => {
        const { start } = stepsOf(site, change);
        for (let t = start; t < wh.length; t += 1) wh[t] = energyWh[t - stepCount] ?? 0;
      });
    expect(suspicionsOf(shift(ROOF, "2026-03-29", 2))).toContain("one_hour_late 2026-03-29 2026-04-13");
    expect(suspicionsOf(shift(ROOF, "2026-03-29", -2))).toContain("one_hour_early 2026-03-29 2026-04-13");
    expect(suspicionsOf(shift(TOWN_HALL, "2026-03-29", 2))).toEqual(["one_hour_late 2026-03-29 2026-04-13"]);
    expect(suspicionsOf(shift(ROOF, "2025-10-26", 2))).toContain("one_hour_late 2025-10-26 2025-11-10");
  });

  test("a producer against the sun: a withdrawal, twelve hours off, or days from their end", () => {
    const lighting = { ...ROOF, series: siteOf("Mairie").series };
    expect(suspicionsOf(lighting).some((text) => text.startsWith("sun_down"))).toBe(true);
    const halfDay = spoil(ROOF, (wh, { energyWh }) => {
      for (let t = 0; t < wh.length; t += 1) wh[t] = energyWh[t + 24] ?? 0;
    });
    expect(suspicionsOf(halfDay)).toContain("opposite_to_sun 2025-10-01 2026-11-01");
    const days = ["2026-06-17", "2026-11-01"] as const; // whole weeks from the first day of the curve
    const reversed = spoil(ROOF, (wh) => {
      for (let day = civilDate(days[0]); day < days[1]; day = addDays(day, 1)) {
        const { start, end } = stepsOf(ROOF, day);
        wh.subarray(start, end).reverse();
      }
    });
    expect(suspicionsOf(reversed)).toContain("time_reversed 2026-06-17 2026-11-01");
  });
});

test("property: blanking values never makes a value of the others suspect", () => {
  const spoiled = spoil(ROOF, (wh) => {
    for (let t = 0; t < wh.length; t += 97) wh[t] = t % 2 === 0 ? -100 : 40_000;
  });
  const ofSteps = ["negative", "above_peak", "sun_down"] as const;
  const count = ({ series, context }: typeof ROOF) =>
    ofSteps.map((reason) =>
      findSuspicions(series, context).reduce((sum, found) => sum + (found.reason === reason ? found.stepCount : 0), 0),
    );
  const whole = count(spoiled);
  fc.assert(
    fc.property(fc.nat(18_000), fc.integer({ min: 1, max: 3_000 }), (start, length) => {
      const blanked = count(spoil(spoiled, (wh) => wh.fill(NO, start, start + length)));
      for (const [n, some] of blanked.entries()) expect(some).toBeLessThanOrEqual(whole[n] as number);
    }),
    { numRuns: 15 },
  );
});
