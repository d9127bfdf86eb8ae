import { expect, test } from "vitest";
import { breakDownCurves, type SharedCurve } from "@/lib/domain/tariffs/break-down-curves";
import type { DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const FIRST = civilDate("2026-06-01");
const SECOND = civilDate("2026-06-02");
const AXIS = parisPeriodAxis(FIRST, civilDate("2026-06-03"), 30);
const DAY = 48;

const schedule = (from: DatedTariffSchedule["from"]): DatedTariffSchedule => ({
  from,
  structure: "peak_off_peak",
  offPeak: [{ fromMinute: 0, toMinute: 480 }],
  lowSeasonOffPeak: null,
  highSeasonMonths: null,
});

const curve = (energyWh: (step: number) => number, role: SharedCurve["role"] = "consumer"): SharedCurve => ({
  meteringPointId: "hall",
  role,
  energyWh: Float64Array.from({ length: AXIS.length }, (_, step) => energyWh(step)),
  sharedWh: Float64Array.from({ length: AXIS.length }, (_, step) => energyWh(step) / 4),
});

const breakDown = (curves: readonly SharedCurve[], schedules: readonly DatedTariffSchedule[]) =>
  breakDownCurves(curves, AXIS, { schedules: new Map([["hall", schedules]]), seasons: [] }).map(
    ({ role, period, energyWh, sharedWh }) => [role, period, energyWh, sharedWh],
  );

test("consumer and producer of one meter are cut by the same hours", () => {
  const both = [curve(() => 1), curve(() => 2, "producer")];
  expect(breakDown(both, [schedule(FIRST)])).toEqual([
    ["consumer", "HP", 64, 16],
    ["consumer", "HC", 32, 8],
    ["producer", "HP", 128, 32],
    ["producer", "HC", 64, 16],
  ]);
});

test("days without hours are a part of their own", () => {
  expect(breakDown([curve(() => 1)], [schedule(SECOND)])).toEqual([
    ["consumer", "HP", 32, 8],
    ["consumer", "HC", 16, 4],
    ["consumer", null, 48, 12],
  ]);
});

test("days before it entered, on which it used nothing, lack no hours", () => {
  const entered = curve((step) => (step < DAY ? 0 : 1));
  expect(breakDown([entered], [schedule(SECOND)])).toEqual([
    ["consumer", "HP", 32, 8],
    ["consumer", "HC", 16, 4],
  ]);
});

test("hours that begin later leave all of it without; without any there is nothing to say", () => {
  expect(breakDown([curve(() => 0)], [schedule(civilDate("2026-07-01"))])).toEqual([["consumer", null, 0, 0]]);
  expect(breakDown([curve(() => 1)], [])).toEqual([]);
});

test("a missing step makes its period unknown", () => {
  const parts = breakDown([curve((step) => (step === 0 ? Number.NaN : 1))], [schedule(FIRST)]);
  expect(parts).toEqual([
    ["consumer", "HP", 64, 16],
    ["consumer", "HC", Number.NaN, Number.NaN],
  ]);
});
