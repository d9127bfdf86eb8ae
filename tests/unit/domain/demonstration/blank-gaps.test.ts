import { expect, test } from "vitest";
import { blankGaps } from "@/lib/domain/demonstration/blank-gaps";

const AXIS = { startMs: 1_800_000 * 100, stepMinutes: 30, length: 4 };
const step = (position: number) => AXIS.startMs + position * 1_800_000;
const MISSING = Number.NaN;

test.for([
  ["whole steps", 1, 3, [1, MISSING, MISSING, 4]],
  ["a part of a step", 1.2, 1.4, [1, MISSING, 3, 4]],
  ["a step and a half", 1, 2.5, [1, MISSING, MISSING, 4]],
  ["the start, from before", -3, 1, [MISSING, 2, 3, 4]],
  ["the end, and beyond", 3, 9, [1, 2, 3, MISSING]],
  ["before the axis", -4, -1, [1, 2, 3, 4]],
  ["after the axis", 4, 6, [1, 2, 3, 4]],
] as const)("%s", ([, from, toExclusive, expected]) => {
  const energyWh = Float64Array.of(1, 2, 3, 4);
  const blanked = blankGaps({ axis: AXIS, energyWh }, [{ fromMs: step(from), toExclusiveMs: step(toExclusive) }]);
  expect(blanked.energyWh).toEqual(Float64Array.from(expected));
  expect(energyWh).toEqual(Float64Array.of(1, 2, 3, 4));
});
