import fc from "fast-check";
import { expect, test } from "vitest";
import { fillGaps } from "@/lib/domain/series/fill-gaps";
import { findGaps } from "@/lib/domain/series/find-gaps";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const { measured, interpolated, copied, missing } = STEP_ORIGIN;
const NO = Number.NaN;

/** A curve worth its own step number, with holes; the period is its part from `day` on. */
function curve(
  from: string,
  day: string,
  to: string,
  stepMinutes: number,
  holes: readonly (readonly [string, number])[],
) {
  const axis = parisPeriodAxis(civilDate(from), civilDate(to), stepMinutes);
  const energyWh = Float64Array.from({ length: axis.length }, (_, t) => t);
  for (const [instant, length] of holes) {
    const start = (Date.parse(instant) - axis.startMs) / (stepMinutes * 60_000);
    energyWh.fill(NO, start, start + length);
  }
  const period = parisPeriodAxis(civilDate(day), civilDate(to), stepMinutes);
  return { series: { axis, energyWh }, period };
}

function fillAt(input: ReturnType<typeof curve>, instant: string, length: number) {
  const { energyWh, origin } = fillGaps(input.series, input.period);
  const start = (Date.parse(instant) - input.period.startMs) / (input.period.stepMinutes * 60_000);
  return { values: [...energyWh.slice(start, start + length)], origins: [...origin.slice(start, start + length)] };
}

const WEEK = 7 * 48;
const NOON = "2026-06-20T10:00:00Z"; // 12:00 in Paris
const NOON_STEP = 12 * 48 + 24; // in a curve that starts on 8 June

test.for([
  ["half an hour is interpolated", 1, [NOON_STEP], [interpolated]],
  ["an hour is interpolated", 2, [NOON_STEP, NOON_STEP + 1], [interpolated, interpolated]],
  [
    "an hour and a half is copied from the week before",
    3,
    [0, 1, 2].map((k) => NOON_STEP - WEEK + k),
    [copied, copied, copied],
  ],
] as const)("%s", ([, length, values, origins]) => {
  const input = curve("2026-06-08", "2026-06-15", "2026-06-22", 30, [[NOON, length]]);
  expect(fillAt(input, NOON, length)).toEqual({ values, origins });
});

test("one hour of 10 min is six steps, seven are copied", () => {
  const six = curve("2026-06-08", "2026-06-15", "2026-06-22", 10, [[NOON, 6]]);
  expect(fillAt(six, NOON, 6).origins).toEqual(new Array(6).fill(interpolated));
  const seven = curve("2026-06-08", "2026-06-15", "2026-06-22", 10, [[NOON, 7]]);
  expect(fillAt(seven, NOON, 7).origins).toEqual(new Array(7).fill(copied));
});

test("an interpolation is a straight line between its neighbours", () => {
  const axis = { startMs: 0, stepMinutes: 30, length: 4 };
  const energyWh = Float64Array.of(10, NO, NO, 40);
  expect([...fillGaps({ axis, energyWh }, axis).energyWh]).toEqual([10, 20, 30, 40]);
  expect([...energyWh]).toEqual([10, NO, NO, 40]); // the input is not touched
});

test("without a neighbour on one side, the week before", () => {
  const last = "2026-06-21T21:30:00Z"; // the last half-hour of the curve
  const input = curve("2026-06-08", "2026-06-15", "2026-06-22", 30, [[last, 1]]);
  expect(fillAt(input, last, 1)).toEqual({ values: [2 * WEEK - 1 - WEEK], origins: [copied] });
});

test("without the week before, the steps stay missing, and only those", () => {
  const sourceHole = "2026-06-13T10:30:00Z"; // too short to block: 12:30 a week before
  const input = curve("2026-06-08", "2026-06-15", "2026-06-22", 30, [
    [NOON, 3],
    [sourceHole, 1],
  ]);
  const { values, origins } = fillAt(input, NOON, 3);
  // 12:30 of the 13th is interpolated itself: never a source.
  expect(values).toEqual([NOON_STEP - WEEK, NO, NOON_STEP - WEEK + 2]);
  expect(origins).toEqual([copied, missing, copied]);
});

test("a run across the period's first day is one run", () => {
  const before = "2026-06-14T21:00:00Z"; // 23:00, an hour before the period
  const input = curve("2026-06-01", "2026-06-15", "2026-06-22", 30, [[before, 3]]);
  expect(fillAt(input, "2026-06-14T22:00:00Z", 1).origins).toEqual([copied]);
});

// Clock changes: what weekBeforeMs says, seen through the values.
test.for([
  [
    "both 02:00 of October come from the one before",
    "2026-10-12",
    "2026-10-19",
    "2026-10-27",
    "2026-10-25T00:00:00Z",
    4,
    [6 * 48 + 4, 6 * 48 + 5, 6 * 48 + 4, 6 * 48 + 5],
    [copied, copied, copied, copied],
  ],
  [
    "02:00 after the March change has no source",
    "2026-03-23",
    "2026-03-30",
    "2026-04-06",
    "2026-04-04T23:30:00Z",
    4,
    [6 * 48 + 3, NO, NO, 6 * 48 + 4],
    [copied, missing, missing, copied],
  ],
] as const)("%s", ([, from, day, to, hole, length, values, origins]) => {
  const input = curve(from, day, to, 30, [[hole, length]]);
  expect(fillAt(input, hole, length)).toEqual({ values, origins });
});

test("a period outside the curve, or on another step, is refused", () => {
  const { series, period } = curve("2026-06-08", "2026-06-15", "2026-06-22", 30, []);
  const refused = expect.objectContaining({ code: "AXIS_MISMATCH" });
  expect(() => fillGaps(series, { ...period, startMs: period.startMs + 1_800_000 })).toThrow(refused);
  expect(() => fillGaps(series, { ...period, startMs: period.startMs + 1 })).toThrow(refused);
  expect(() => fillGaps(series, { ...period, stepMinutes: 10 })).toThrow(refused);
});

test("measured values are never touched, and NaN is exactly what is missing", () => {
  const holes = fc.array(fc.tuple(fc.nat({ max: 671 }), fc.integer({ min: 1, max: 20 })), { maxLength: 12 });
  fc.assert(
    fc.property(holes, (runs) => {
      const { series, period } = curve("2026-06-08", "2026-06-15", "2026-06-22", 30, []);
      for (const [start, length] of runs) series.energyWh.fill(NO, start, start + length);
      const { axis, energyWh, origin } = fillGaps(series, period);
      expect(axis).toBe(period);
      for (const [t, value] of energyWh.entries()) {
        const before = series.energyWh[t + WEEK] as number;
        expect(origin[t] === measured).toBe(!Number.isNaN(before));
        expect(origin[t] === missing).toBe(Number.isNaN(value));
        if (origin[t] === measured) expect(value).toBe(before);
        if (origin[t] === copied) expect(value).toBe(series.energyWh[t]);
      }
    }),
  );
});

test.for([
  [[], []],
  [[1, 2], []],
  [
    [NO, 1, NO, NO],
    [
      { start: 0, length: 1 },
      { start: 2, length: 2 },
    ],
  ],
  [[NO], [{ start: 0, length: 1 }]],
] as const)("gaps of %j", ([values, gaps]) => {
  expect(findGaps(Float64Array.from(values))).toEqual(gaps);
});
