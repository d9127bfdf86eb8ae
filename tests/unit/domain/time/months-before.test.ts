import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths } from "@/lib/domain/time/add-months";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { monthsBefore } from "@/lib/domain/time/months-before";

test.for([
  ["2027-03-01", 3, "2026-12-01"],
  ["2027-04-30", 3, "2027-01-31"],
  ["2027-02-28", 3, "2026-11-30"],
  ["2026-05-31", 3, "2026-02-28"],
  ["2026-05-31", 0, "2026-05-31"],
] as const)("%s less %i months is %s", ([day, count, expected]) => {
  expect(monthsBefore(civilDate(day), count)).toBe(expected);
});

test("is the last day from which the months do not go past the day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 24 }), (offset, count) => {
      const day = addDays(civilDate("2024-01-01"), offset);
      const latest = monthsBefore(day, count);
      expect(addMonths(latest, count) <= day).toBe(true);
      expect(addMonths(addDays(latest, 1), count) > day).toBe(true);
    }),
  );
});
