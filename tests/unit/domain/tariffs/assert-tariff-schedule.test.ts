import { expect, test } from "vitest";
import { assertTariffSchedule } from "@/lib/domain/tariffs/assert-tariff-schedule";
import { countOffPeakMinutes } from "@/lib/domain/tariffs/count-off-peak-minutes";
import type { ClockRange, TariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";

const range = (fromMinute: number, toMinute: number): ClockRange => ({ fromMinute, toMinute });
const NIGHT = range(1350, 390);

function schedule(changes: Partial<TariffSchedule>): TariffSchedule {
  return {
    structure: "peak_off_peak",
    offPeak: [NIGHT],
    lowSeasonOffPeak: null,
    highSeasonMonths: null,
    ...changes,
  };
}

test.for([
  ["one range over midnight", {}],
  ["two ranges that touch", { offPeak: [range(1320, 0), range(0, 360)] }],
  ["its own hours in the low season", { lowSeasonOffPeak: [range(90, 390), range(780, 960)] }],
  ["its own season", { structure: "four_periods", highSeasonMonths: [12, 1, 2] }],
  ["base, with nothing", { structure: "base", offPeak: [] }],
] as const)("%s is a schedule", ([, changes]) => {
  expect(() => assertTariffSchedule(schedule(changes))).not.toThrow();
});

test.for([
  ["needs_ranges", { offPeak: [] }],
  ["needs_ranges", { lowSeasonOffPeak: [] }],
  ["unwanted_ranges", { structure: "base" }],
  ["unwanted_ranges", { structure: "base", offPeak: [], lowSeasonOffPeak: [NIGHT] }],
  ["unwanted_ranges", { structure: "base", offPeak: [], highSeasonMonths: [1] }],
  ["bad_range", { offPeak: [range(60, 60)] }],
  ["bad_range", { offPeak: [range(-1, 60)] }],
  ["bad_range", { offPeak: [range(60, 1440)] }],
  ["bad_range", { offPeak: [range(60.5, 90)] }],
  ["overlap", { offPeak: [NIGHT, range(360, 420)] }],
  ["overlap", { lowSeasonOffPeak: [range(60, 120), range(60, 120)] }],
  ["whole_day", { offPeak: [range(0, 720), range(720, 0)] }],
] as const)("%s", ([reason, changes]) => {
  expect(() => assertTariffSchedule(schedule(changes))).toThrow(
    expect.objectContaining({ code: "INVALID_TARIFF_SCHEDULE", details: { reason } }),
  );
});

test.for([[[]], [[0]], [[13]], [[1.5]], [[1, 1]], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]]])(
  "%j is no high season",
  ([highSeasonMonths]) => {
    expect(() => assertTariffSchedule(schedule({ highSeasonMonths: highSeasonMonths ?? [] }))).toThrow(
      expect.objectContaining({ code: "INVALID_TARIFF_SEASON" }),
    );
  },
);

test.for([
  [[NIGHT], 480],
  [[range(98, 428), range(758, 908)], 480], // « HC (1H38-7H08;12H38-15H08) »
  [[range(0, 360)], 360],
] as const)("%j last %i minutes a day", ([ranges, minutes]) => {
  expect(countOffPeakMinutes(ranges)).toBe(minutes);
});
