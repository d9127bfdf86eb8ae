import { describe, expect, test } from "vitest";
import { outdoorTemperature } from "@/lib/domain/profiles/outdoor-temperature";
import { season } from "@/lib/domain/profiles/season";
import { skyClearness } from "@/lib/domain/profiles/sky-clearness";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const YEAR = parisPeriodAxis(civilDate("2026-01-01"), civilDate("2027-01-01"), 30);
const SEEDS = [1, 2, 3, 4, 5];

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test.for([
  ["2026-07-24", 1],
  ["2026-01-22", -1],
  ["2026-04-24", 0],
] as const)("season on %s: %i", ([day, expected]) => {
  expect(Math.abs(season(Date.parse(`${day}T00:00:00Z`)) - expected)).toBeLessThan(0.03);
});

describe.for([
  ["skyClearness", skyClearness],
  ["outdoorTemperature", outdoorTemperature],
] as const)("%s", ([, weather]) => {
  test("a day alone equals the same day of the year", () => {
    const day = parisDayAxis(civilDate("2026-10-25"), 30);
    const first = (day.startMs - YEAR.startMs) / 1_800_000;
    expect(weather(4, day)).toEqual(weather(4, YEAR).slice(first, first + day.length));
  });

  test("another seed, another weather", () => {
    expect(weather(4, YEAR)).not.toEqual(weather(5, YEAR));
  });
});

test.for(SEEDS)("weather %i lets between 6 % and 103 % of the light through, four fifths on average", (seed) => {
  const clearness = skyClearness(seed, YEAR);
  expect(Math.min(...clearness)).toBeGreaterThanOrEqual(0.06);
  expect(Math.max(...clearness)).toBeLessThanOrEqual(1.03);
  expect(Math.abs(mean(clearness) - 0.8)).toBeLessThan(0.05);
});

// Normals of Perpignan, order of magnitude: year 16 °C, January 9 °C, July 24 °C; no −10 °C, no +45 °C.
test.for(SEEDS)("weather %i has the seasons of southern France", (seed) => {
  const year = outdoorTemperature(seed, YEAR);
  const month = (from: string, to: string) =>
    mean(outdoorTemperature(seed, parisPeriodAxis(civilDate(from), civilDate(to), 30)));
  expect(Math.abs(mean(year) - 16)).toBeLessThan(1);
  expect(Math.abs(month("2026-01-01", "2026-02-01") - 8.5)).toBeLessThan(3);
  expect(Math.abs(month("2026-07-01", "2026-08-01") - 23.5)).toBeLessThan(3);
  expect(Math.min(...year)).toBeGreaterThan(-10);
  expect(Math.max(...year)).toBeLessThan(45);
});
