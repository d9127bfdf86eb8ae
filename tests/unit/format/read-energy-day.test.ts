import { expect, test } from "vitest";
import { toDayPoints } from "@/components/charts/day-points";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { type EnergyDay, readEnergyDay } from "@/lib/format/read-energy-day";

function dayOf(text: string, missing: readonly number[] = []): EnergyDay {
  const { startMs, stepMinutes, length } = parisDayAxis(civilDate(text), 30);
  const all = (energyWh: number) => Array.from({ length }, (_, step) => (missing.includes(step) ? null : energyWh));
  return {
    day: text,
    startMs,
    stepMinutes,
    series: {
      productionWh: all(300),
      withdrawalWh: Array.from({ length }, () => 200),
      selfConsumedWh: all(200),
      complementWh: all(0),
      surplusWh: all(100),
    },
  };
}

test.for([
  ["2026-06-21", 48, 4, "02:00 – 02:30"],
  ["2026-03-29", 46, 4, "03:00 (UTC+2) – 03:30 (UTC+2)"],
  ["2026-10-25", 50, 4, "02:00 (UTC+2) – 02:30 (UTC+2)"],
  ["2026-10-25", 50, 6, "02:00 (UTC+1) – 02:30 (UTC+1)"],
] as const)("%s has %o steps, step %o is %s", ([text, length, step, label]) => {
  const { steps } = readEnergyDay(dayOf(text));
  expect(steps).toHaveLength(length);
  expect(steps[step]?.label).toBe(label);
});

test("totals, and their absence", () => {
  expect(readEnergyDay(dayOf("2026-06-21")).totalsWh).toEqual({
    production: 14_400,
    withdrawal: 9600,
    selfConsumed: 9600,
    complement: 0,
    surplus: 4800,
  });
  const { totalsWh } = readEnergyDay(dayOf("2026-06-21", [3]));
  expect(totalsWh).toMatchObject({ production: null, surplus: null, withdrawal: 9600 });
});

test("missing steps make runs, and NaN is missing too", () => {
  const day = dayOf("2026-06-21", [0, 1, 5]);
  const withNaN = {
    ...day,
    series: { ...day.series, withdrawalWh: day.series.withdrawalWh.map((wh, i) => (i === 47 ? Number.NaN : wh)) },
  };
  const half = 30 * 60_000;
  expect(readEnergyDay(withNaN).missingRuns).toEqual([
    { startMs: day.startMs, endMs: day.startMs + 2 * half },
    { startMs: day.startMs + 5 * half, endMs: day.startMs + 6 * half },
    { startMs: day.startMs + 47 * half, endMs: day.startMs + 48 * half },
  ]);
});

test("surplus beside complement is energy that went unshared", () => {
  const day = dayOf("2026-06-21");
  expect(readEnergyDay(day).hasUnsharedSurplus).toBe(false);
  const unshared = { ...day, series: { ...day.series, complementWh: day.series.complementWh.map(() => 40) } };
  expect(readEnergyDay(unshared).hasUnsharedSurplus).toBe(true);
});

test("a curve has the middle of each step, and the edges of the day and of every gap", () => {
  const { steps } = readEnergyDay(dayOf("2026-06-21", [10]));
  const points = toDayPoints(steps);
  // 48 middles, 2 edges of the day, and on each side of the gap the end of a step and the start of the next
  expect(points).toHaveLength(48 + 2 + 4);
  expect(points.map(({ ms }) => ms)).toEqual(points.map(({ ms }) => ms).toSorted((a, b) => a - b));
  expect(points[0]?.ms).toBe(steps[0]?.startMs);
  expect(points.at(-1)?.ms).toBe(steps.at(-1)?.endMs);
  expect(points.filter(({ surplus }) => surplus === null)).toHaveLength(3);
  expect(points[0]).toMatchObject({
    production: 0.3,
    selfConsumed: [0, 0.2],
    surplus: [0.2, 0.3],
    complement: [0.2, 0.2],
  });
});
