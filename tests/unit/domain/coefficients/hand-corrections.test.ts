import { expect, test } from "vitest";
import { applyHandCorrections } from "@/lib/domain/coefficients/apply-hand-corrections";
import { dayHourMeans } from "@/lib/domain/coefficients/day-hour-means";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const IDS = ["a", "b"];
const made = () => [Uint32Array.of(600_000, 600_000, 0), Uint32Array.of(400_000, 300_000, 0)];

test("the last correction of a step holds, the others keep theirs", () => {
  const before = made();
  const after = applyHandCorrections(before, IDS, [
    { consumerId: "a", fromStep: 1, toStepExclusive: 3, ppm: 100_000 },
    { consumerId: "a", fromStep: 2, toStepExclusive: 3, ppm: 200_000 },
  ]);
  expect(after.map((row) => [...row])).toEqual([
    [600_000, 100_000, 200_000],
    [400_000, 300_000, 0],
  ]);
  expect(after[1]).toBe(before[1]);
  expect(before).toEqual(made());
});

test("a correction may come before the one that makes room for it", () => {
  const corrections = [
    { consumerId: "a", fromStep: 0, toStepExclusive: 1, ppm: 700_000 },
    { consumerId: "b", fromStep: 0, toStepExclusive: 1, ppm: 300_000 },
  ];
  expect(applyHandCorrections(made(), IDS, corrections).map((row) => row[0])).toEqual([700_000, 300_000]);
});

test.for([
  [
    { consumerId: "a", fromStep: 0, toStepExclusive: 2, ppm: 600_001 },
    "COEFFICIENTS_ABOVE_ONE",
    { step: 0, sumPpm: 1_000_001 },
  ],
  [{ consumerId: "c", fromStep: 0, toStepExclusive: 1, ppm: 0 }, "UNKNOWN_ID", { consumerId: "c" }],
  [{ consumerId: "a", fromStep: 0, toStepExclusive: 4, ppm: 0 }, "INVALID_PERIOD", { steps: 3 }],
  [{ consumerId: "a", fromStep: 1, toStepExclusive: 1, ppm: 0 }, "INVALID_PERIOD", {}],
  [{ consumerId: "a", fromStep: 0, toStepExclusive: 1, ppm: 0.5 }, "INVALID_COEFFICIENT", { ppm: 0.5 }],
] as const)("%j is refused", ([correction, code, details]) => {
  expect(() => applyHandCorrections(made(), IDS, [correction])).toThrow(
    expect.objectContaining({ code, details: expect.objectContaining(details) }),
  );
});

test.for([
  { from: "2026-03-29", hours: 23 },
  { from: "2026-10-25", hours: 25 },
  { from: "2026-06-21", hours: 24 },
])("$from has $hours hours, each the mean of its steps", ({ from, hours }) => {
  const day = civilDate(from);
  const axis = { ...parisPeriodAxis(day, day, 30), length: hours * 2 };
  const ppm = Uint32Array.from({ length: axis.length }, (_, t) => t * 100);
  const missing = new Uint8Array(axis.length);
  missing.set([1, 1, 0, 1], 0);
  const [only, ...others] = dayHourMeans(axis, ppm, missing);
  expect(others).toEqual([]);
  expect(only?.day).toBe(from);
  expect([...(only?.means ?? [])].slice(0, 3)).toEqual([Number.NaN, 200, 450]);
  expect(only?.means).toHaveLength(hours);
});
