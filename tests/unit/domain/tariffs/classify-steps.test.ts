import { expect, test } from "vitest";
import { classifySteps } from "@/lib/domain/tariffs/classify-steps";
import { TARIFF_PERIODS } from "@/lib/domain/tariffs/tariff-periods";
import type { DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const FIRST = civilDate("2020-01-01");
const NIGHT = { fromMinute: 1350, toMinute: 390 }; // 22:30 to 06:30

function schedule(changes: Partial<DatedTariffSchedule> = {}): DatedTariffSchedule {
  return {
    from: FIRST,
    structure: "peak_off_peak",
    offPeak: [NIGHT],
    lowSeasonOffPeak: null,
    highSeasonMonths: null,
    ...changes,
  };
}

/** Minutes of each period over some days, by name. */
function minutesOf(days: readonly [string, string], schedules: readonly DatedTariffSchedule[], stepMinutes = 30) {
  const axis = parisPeriodAxis(civilDate(days[0]), civilDate(days[1]), stepMinutes);
  const { peak, offPeak, offPeakMinutes } = classifySteps(axis, schedules, []);
  const minutes: Record<string, number> = {};
  const add = (index: number, count: number) => {
    if (count > 0) minutes[TARIFF_PERIODS[index] ?? "none"] = (minutes[TARIFF_PERIODS[index] ?? "none"] ?? 0) + count;
  };
  for (let t = 0; t < axis.length; t += 1) {
    add(offPeak[t] as number, offPeakMinutes[t] as number);
    add(peak[t] as number, stepMinutes - (offPeakMinutes[t] as number));
  }
  return minutes;
}

test("an ordinary day has its eight off-peak hours", () => {
  expect(minutesOf(["2026-06-21", "2026-06-22"], [schedule()])).toEqual({ HC: 480, HP: 960 });
});

test("hours are those of the clock: an hour less on the day of 23, one more on that of 25", () => {
  expect(minutesOf(["2026-03-29", "2026-03-30"], [schedule()])).toEqual({ HC: 420, HP: 960 });
  expect(minutesOf(["2026-10-25", "2026-10-26"], [schedule()])).toEqual({ HC: 540, HP: 960 });
  // Off-peak by day: the change of the night takes from the peak hours.
  const noon = schedule({ offPeak: [{ fromMinute: 720, toMinute: 960 }] });
  expect(minutesOf(["2026-03-29", "2026-03-30"], [noon])).toEqual({ HC: 240, HP: 1140 });
  expect(minutesOf(["2026-10-25", "2026-10-26"], [noon])).toEqual({ HC: 240, HP: 1260 });
});

test("after a clock change the range is still at its hour", () => {
  const axis = parisPeriodAxis(civilDate("2026-03-29"), civilDate("2026-03-30"), 30);
  const { offPeakMinutes } = classifySteps(axis, [schedule()], []);
  // 06:30 by the clock is the 11th half-hour of the day of 23 hours: 02:00 to 03:00 is not there.
  expect([...offPeakMinutes.subarray(9, 13)]).toEqual([30, 30, 0, 0]);
  expect([...offPeakMinutes.subarray(42, 46)]).toEqual([0, 30, 30, 30]);
});

test("a half-hour that off-peak enters at 38 past counts by its minutes", () => {
  const odd = schedule({ offPeak: [{ fromMinute: 22 * 60 + 38, toMinute: 6 * 60 + 38 }] });
  const axis = parisPeriodAxis(civilDate("2026-06-21"), civilDate("2026-06-22"), 30);
  const { offPeakMinutes } = classifySteps(axis, [odd], []);
  expect([...offPeakMinutes.subarray(12, 15)]).toEqual([30, 8, 0]); // 06:00, 06:30, 07:00
  expect([...offPeakMinutes.subarray(44, 47)]).toEqual([0, 22, 30]); // 22:00, 22:30, 23:00
});

test.for([5, 10, 15, 30, 60])("steps of %i min tell the same minutes", (stepMinutes) => {
  const odd = schedule({
    offPeak: [
      { fromMinute: 98, toMinute: 428 },
      { fromMinute: 758, toMinute: 908 },
    ],
  });
  expect(minutesOf(["2026-10-24", "2026-10-27"], [odd], stepMinutes)).toEqual({ HC: 3 * 480 + 60, HP: 3 * 960 });
});

test("seasons follow the civil month, November to March high unless told otherwise", () => {
  const four = schedule({ structure: "four_periods" });
  expect(minutesOf(["2026-03-31", "2026-04-02"], [four])).toEqual({ HCH: 480, HPH: 960, HCB: 480, HPB: 960 });
  expect(minutesOf(["2026-10-31", "2026-11-02"], [four])).toEqual({ HCB: 480, HPB: 960, HCH: 480, HPH: 960 });
  const axis = parisPeriodAxis(civilDate("2026-12-01"), civilDate("2026-12-02"), 30);
  const winterOnly = [{ from: civilDate("2026-12-01"), highSeasonMonths: [1, 2] }];
  expect(TARIFF_PERIODS[classifySteps(axis, [four], winterOnly).peak[24] as number]).toBe("HPB");
  // A metering point's own months stand over those of the operation.
  const own = schedule({ structure: "four_periods", highSeasonMonths: [12] });
  expect(TARIFF_PERIODS[classifySteps(axis, [own], winterOnly).peak[24] as number]).toBe("HPH");
});

test("summer and winter may have their own off-peak hours", () => {
  const seasonal = schedule({
    lowSeasonOffPeak: [
      { fromMinute: 60, toMinute: 360 },
      { fromMinute: 780, toMinute: 900 },
    ],
  });
  expect(minutesOf(["2026-01-10", "2026-01-11"], [seasonal])).toEqual({ HC: 480, HP: 960 });
  expect(minutesOf(["2026-07-10", "2026-07-11"], [seasonal])).toEqual({ HC: 420, HP: 1020 });
});

test("a schedule holds from its day until the next one; before the first, nothing is assumed", () => {
  const first = schedule({ from: civilDate("2026-06-10"), structure: "base", offPeak: [] });
  const second = schedule({ from: civilDate("2026-06-12") });
  const days: [string, string] = ["2026-06-09", "2026-06-13"];
  expect(minutesOf(days, [second, first])).toEqual({ none: 1440, BASE: 2880, HC: 480, HP: 960 });
});
