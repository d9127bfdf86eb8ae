import fc from "fast-check";
import { expect, test } from "vitest";
import { splitPoints } from "@/lib/format/split-points";
import { splitPointsAmong } from "@/lib/format/split-points-among";

const anyPoints = fc
  .tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 50_000 })))
  .map(([done = 0, planned = 0, notDone = 0, rest = 0]) => ({
    potentialPoints: (done + planned + notDone + rest) / 1000,
    donePoints: done / 1000,
    plannedPoints: planned / 1000,
    notDonePoints: notDone / 1000,
  }));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test("lines and columns add up to what is shown of the whole", () => {
  fc.assert(
    fc.property(fc.array(anyPoints, { minLength: 1, maxLength: 8 }), (parts) => {
      const total = (name: keyof (typeof parts)[number]) => sum(parts.map((part) => part[name]));
      const whole = {
        potentialPoints: total("potentialPoints"),
        donePoints: total("donePoints"),
        plannedPoints: total("plannedPoints"),
        notDonePoints: total("notDonePoints"),
      };
      const [shown, shownWhole] = [splitPointsAmong(whole, parts), splitPoints(whole)];
      for (const name of ["potential", "done", "planned", "notDone", "rest"] as const) {
        expect(sum(shown.map((part) => part[name]))).toBeCloseTo(shownWhole[name], 6);
      }
      for (const [index, part] of shown.entries()) {
        expect(part.done + part.planned + part.notDone + part.rest).toBeCloseTo(part.potential, 6);
        expect(Math.abs(part.done - (parts[index]?.donePoints ?? 0))).toBeLessThan(0.1 + 1e-9);
      }
    }),
  );
});

test("three thirds of 4 points are not three times 1,3", () => {
  const third = { potentialPoints: 4 / 3, donePoints: 4 / 3, plannedPoints: 0, notDonePoints: 0 };
  const whole = { potentialPoints: 4, donePoints: 4, plannedPoints: 0, notDonePoints: 0 };
  expect(splitPointsAmong(whole, [third, third, third]).map(({ done }) => done)).toEqual([1.4, 1.3, 1.3]);
  expect(splitPointsAmong(whole, [])).toEqual([]);
});
