import { expect, test } from "vitest";
import { inferSteps } from "@/lib/formats/curve/infer-steps";

/** Stamps from intervals in minutes. */
function stampsOf(intervals: readonly number[]): Float64Array {
  const stamps = [0];
  for (const interval of intervals) stamps.push((stamps.at(-1) ?? 0) + interval * 60_000);
  return Float64Array.from(stamps);
}

const repeat = (value: number, count: number) => Array.from({ length: count }, () => value);

test.for([
  ["a gap is no step", [...repeat(30, 5), 60, ...repeat(30, 5)], null, repeat(30, 12)],
  ["a long gap neither", [...repeat(30, 5), 300, ...repeat(30, 5)], null, repeat(30, 12)],
  [
    "three coarser intervals may be missing lines",
    [...repeat(30, 5), ...repeat(60, 3), ...repeat(30, 5)],
    null,
    repeat(30, 14),
  ],
  ["few points: the smallest interval that is a step", [120, 30, 60], null, repeat(30, 4)],
  ["few points: what the file says", [60, 60], 30, repeat(30, 3)],
  ["a run is stronger than what the file says", repeat(10, 6), 30, repeat(10, 7)],
] as const)("%s", ([, intervals, hint, expected]) => {
  for (const convention of ["start", "end"] as const) {
    expect([...(inferSteps(stampsOf(intervals), convention, hint) ?? [])]).toEqual(expected);
  }
});

test("where the step changes, a stamp owns the interval of its convention", () => {
  const stamps = stampsOf([...repeat(30, 4), ...repeat(10, 4)]);
  expect([...(inferSteps(stamps, "start", null) ?? [])]).toEqual([...repeat(30, 4), ...repeat(10, 5)]);
  expect([...(inferSteps(stamps, "end", null) ?? [])]).toEqual([...repeat(30, 5), ...repeat(10, 4)]);
});

test("nothing tells", () => {
  expect(inferSteps(stampsOf([]), "start", null)).toBeNull();
  expect(inferSteps(stampsOf([7, 7, 7, 7, 7]), "start", null)).toBeNull();
});
