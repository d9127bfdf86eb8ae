import fc from "fast-check";
import { expect, test } from "vitest";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import { splitIntoParisDays } from "@/lib/domain/series/split-into-paris-days";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const [from, toExclusive] = [civilDate("2026-10-20"), civilDate("2026-11-01")];

test("cutting into days and joining again changes nothing, whatever the order", () => {
  fc.assert(
    fc.property(fc.constantFrom(10, 15, 30, 60), fc.infiniteStream(fc.double()), (step, noise) => {
      const axis = parisPeriodAxis(from, toExclusive, step);
      const energyWh = Float64Array.from({ length: axis.length }, () => noise.next().value);
      const days = splitIntoParisDays({ axis, energyWh });
      expect(joinParisDays(days.toReversed(), axis).energyWh).toEqual(energyWh);
    }),
    { numRuns: 20 },
  );
});

test("a day without a row is missing; a row outside the period is left out", () => {
  const axis = parisPeriodAxis(from, toExclusive, 30);
  const days = splitIntoParisDays({ axis, energyWh: new Float64Array(axis.length).fill(1) });
  const others = days.filter(({ day }) => day !== "2026-10-25");
  const wider = [...others, { day: addDays(toExclusive, 3), stepMinutes: 30, energyWh: new Float64Array(48) }];
  const { energyWh } = joinParisDays(wider, axis);
  expect([...energyWh].filter(Number.isNaN)).toHaveLength(50);
  expect(energyWh[5 * 48]).toBeNaN();
  expect(energyWh[5 * 48 + 50]).toBe(1);
});

test.for([
  ["another step", { day: from, stepMinutes: 15, energyWh: new Float64Array(96) }],
  ["another length", { day: from, stepMinutes: 30, energyWh: new Float64Array(50) }],
] as const)("a day of %s is refused", ([, row]) => {
  const axis = parisPeriodAxis(from, toExclusive, 30);
  expect(() => joinParisDays([row], axis)).toThrow(expect.objectContaining({ code: "AXIS_MISMATCH" }));
});

test("a day given twice is refused", () => {
  const axis = parisPeriodAxis(from, toExclusive, 30);
  const row = { day: from, stepMinutes: 30, energyWh: new Float64Array(48) };
  expect(() => joinParisDays([row, row], axis)).toThrow(expect.objectContaining({ code: "AXIS_MISMATCH" }));
});
