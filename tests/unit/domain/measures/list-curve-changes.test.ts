import fc from "fast-check";
import { expect, test } from "vitest";
import { listCurveChanges } from "@/lib/domain/measures/list-curve-changes";
import { civilDate } from "@/lib/domain/time/civil-date";

const NO = Number.NaN;

function day(name: string, stepWh: number, changes: Readonly<Record<number, number>> = {}, stepMinutes = 30) {
  const energyWh = new Float64Array((24 * 60) / stepMinutes).fill(stepWh);
  for (const [step, value] of Object.entries(changes)) energyWh[Number(step)] = value;
  return { day: civilDate(name), stepMinutes, energyWh };
}

test("what changed, what was filled, what was lost", () => {
  const before = [day("2026-06-01", 10), day("2026-06-02", 10, { 0: NO, 1: 4 }), day("2026-06-03", 10)];
  const after = [day("2026-06-03", 10, { 5: NO }), day("2026-06-02", 10, { 0: 7, 1: 6 }), day("2026-06-01", 10)];
  expect(listCurveChanges(before, after)).toEqual([
    {
      day: "2026-06-02",
      before: { totalWh: null, knownWh: 464, missingCount: 1 },
      after: { totalWh: 473, knownWh: 473, missingCount: 0 },
      differenceWh: null,
      sharedDifferenceWh: 2,
      changedCount: 1,
      filledCount: 1,
      blankedCount: 0,
    },
    {
      day: "2026-06-03",
      before: { totalWh: 480, knownWh: 480, missingCount: 0 },
      after: { totalWh: null, knownWh: 470, missingCount: 1 },
      differenceWh: null,
      sharedDifferenceWh: 0,
      changedCount: 0,
      filledCount: 0,
      blankedCount: 1,
    },
  ]);
});

test("a day that comes for the first time is filled, one that goes is blanked", () => {
  const [come] = listCurveChanges([], [day("2026-06-01", 10)]);
  expect(come).toMatchObject({ before: null, after: { totalWh: 480 }, filledCount: 48, differenceWh: null });
  const [gone] = listCurveChanges([day("2026-06-01", 10)], []);
  expect(gone).toMatchObject({ after: null, blankedCount: 48 });
});

test("the same energy on a finer step is no change", () => {
  expect(listCurveChanges([day("2026-06-01", 10)], [day("2026-06-01", 5, {}, 15)])).toEqual([]);
  const [change] = listCurveChanges([day("2026-06-01", 10)], [day("2026-06-01", 5, { 3: 8 }, 15)]);
  expect(change).toMatchObject({ changedCount: 1, differenceWh: 3 });
});

test("property: on complete days the difference is that of the totals, and reversing it changes its sign", () => {
  const values = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 48, maxLength: 48 });
  const asDay = (wh: readonly number[]) => [day("2026-06-01", 0, Object.fromEntries(wh.entries()))];
  fc.assert(
    fc.property(values, values, (old, current) => {
      const [there] = listCurveChanges(asDay(old), asDay(current));
      const [back] = listCurveChanges(asDay(current), asDay(old));
      expect(there?.differenceWh ?? 0).toBe(there?.sharedDifferenceWh ?? 0);
      expect(there?.differenceWh ?? 0).toBe(0 - (back?.differenceWh ?? 0));
    }),
    { numRuns: 30 },
  );
});
