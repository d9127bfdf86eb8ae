import { expect, test } from "vitest";
import { weeklyProfile } from "@/lib/domain/explorer/weekly-profile";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const SUNDAY = 6 * 48;

/** A curve worth its own clock time, in half-hours since midnight. */
function clockCurve(from: string, to: string) {
  const axis = parisPeriodAxis(civilDate(from), civilDate(to), 30);
  const energyWh = Float64Array.from(
    { length: axis.length },
    (_, t) => parisLocalTime(axis.startMs + t * 1_800_000).minuteOfDay / 30,
  );
  return { axis, energyWh };
}

test("a habit by the clock gives the same week in summer and in winter", () => {
  const { meanW } = weeklyProfile(clockCurve("2026-01-01", "2027-01-01"));
  expect([...meanW]).toEqual(Array.from({ length: 7 * 48 }, (_, slot) => 2 * (slot % 48)));
});

test("02:30 counts twice on the October Sunday and not at all on the March one", () => {
  const march = weeklyProfile(clockCurve("2026-03-23", "2026-03-30"));
  expect([...march.knownCount.slice(SUNDAY + 3, SUNDAY + 7)]).toEqual([1, 0, 0, 1]);
  expect(march.meanW[SUNDAY + 5]).toBeNaN();
  const october = weeklyProfile(clockCurve("2026-10-19", "2026-10-26"));
  expect([...october.knownCount.slice(SUNDAY + 3, SUNDAY + 7)]).toEqual([1, 2, 2, 1]);
});

test("a missing step is left out of the mean and counted", () => {
  const { axis, energyWh } = clockCurve("2026-06-01", "2026-06-15");
  energyWh.fill(100, 0, 1);
  energyWh.fill(Number.NaN, 1, 2);
  const { meanW, knownCount, missingCount } = weeklyProfile({ axis, energyWh });
  expect([meanW[0], knownCount[0], missingCount[0]]).toEqual([100, 2, 0]);
  expect([meanW[1], knownCount[1], missingCount[1]]).toEqual([2, 1, 1]);
});

test("Monday 00:00 comes first", () => {
  const { knownCount } = weeklyProfile(clockCurve("2026-06-01", "2026-06-02"));
  expect(knownCount.indexOf(0)).toBe(48);
});
