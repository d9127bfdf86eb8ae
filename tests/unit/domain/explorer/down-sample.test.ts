import fc from "fast-check";
import { expect, test } from "vitest";
import { downSample } from "@/lib/domain/explorer/down-sample";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const YEAR = parisPeriodAxis(civilDate("2026-01-01"), civilDate("2027-01-01"), 30);
const NO = Number.NaN;

function constant(axis = YEAR, stepWh = 10) {
  return { axis, energyWh: new Float64Array(axis.length).fill(stepWh) };
}

test.for([
  ["step", 17_520],
  ["hour", 8_760],
  ["day", 365],
  ["week", 53],
  ["month", 12],
] as const)("a year by %s is %i buckets", ([grain, count]) => {
  expect(downSample(constant(), grain)).toHaveLength(count);
});

test("days are those of Paris: 46, 48 or 50 half-hours", () => {
  const days = downSample(constant(), "day").map(({ startMs, stepCount }) => [parisCivilDate(startMs), stepCount]);
  expect(days.filter(([, count]) => count !== 48)).toEqual([
    ["2026-03-29", 46],
    ["2026-10-25", 50],
  ]);
});

test("weeks start on Monday, the first and last are cut by the period", () => {
  const weeks = downSample(constant(), "week");
  expect(weeks.slice(0, 2).map(({ startMs }) => parisCivilDate(startMs))).toEqual(["2026-01-01", "2026-01-05"]);
  expect(weeks.at(-1)?.stepCount).toBe(4 * 48); // 28 to 31 December
});

test("months have their own length", () => {
  const counts = downSample(constant(), "month").map(({ stepCount }) => stepCount);
  expect(counts.slice(0, 4)).toEqual([31 * 48, 28 * 48, 31 * 48 - 2, 30 * 48]);
});

test("a missing step makes the total unknown and leaves the rest known", () => {
  const axis = parisPeriodAxis(civilDate("2026-06-01"), civilDate("2026-06-02"), 30);
  const energyWh = new Float64Array(48).fill(10);
  energyWh.set([NO, 30, NO, NO], 0);
  expect(downSample({ axis, energyWh }, "hour").slice(0, 3)).toMatchObject([
    { stepCount: 2, missingCount: 1, totalWh: null, knownWh: 30, meanW: 60, minW: 60, maxW: 60 },
    { stepCount: 2, missingCount: 2, totalWh: null, knownWh: 0, meanW: null, minW: null, maxW: null },
    { stepCount: 2, missingCount: 0, totalWh: 20, knownWh: 20, meanW: 20, minW: 20, maxW: 20 },
  ]);
});

test("property: energy, missing steps and extremes are kept, buckets follow each other", () => {
  const axis = parisPeriodAxis(civilDate("2026-03-27"), civilDate("2026-04-03"), 30);
  const value = fc.oneof(fc.constant(NO), fc.integer({ min: 0, max: 9_999 }));
  const values = fc.array(value, { minLength: axis.length, maxLength: axis.length });
  fc.assert(
    fc.property(values, fc.constantFrom("step", "hour", "day", "week", "month"), (wh, grain) => {
      const energyWh = Float64Array.from(wh);
      const known = energyWh.filter((stepWh) => !Number.isNaN(stepWh));
      const buckets = downSample({ axis, energyWh }, grain);
      const { knownWh, missingCount } = sumEnergy(energyWh);
      expect(buckets.reduce((sum, bucket) => sum + bucket.knownWh, 0)).toBe(knownWh);
      expect(buckets.reduce((sum, bucket) => sum + bucket.missingCount, 0)).toBe(missingCount);
      expect(Math.max(...buckets.map(({ maxW }) => maxW ?? -1))).toBe(Math.max(-1, ...known.map((v) => v * 2)));
      for (const [n, { startMs }] of buckets.entries()) expect(startMs).toBe(buckets[n - 1]?.endMs ?? axis.startMs);
    }),
    { numRuns: 30 },
  );
});
