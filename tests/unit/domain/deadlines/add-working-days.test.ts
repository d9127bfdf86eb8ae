import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addWorkingDays } from "@/lib/domain/deadlines/add-working-days";
import { countWorkingDays } from "@/lib/domain/deadlines/count-working-days";
import { isWorkingDay } from "@/lib/domain/deadlines/is-working-day";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";

// Counted by hand on printed calendars.
test.for([
  ["an ordinary week", "2026-09-07", 5, "2026-09-14"],
  ["from a Saturday as from the Friday before", "2026-09-12", 1, "2026-09-14"],
  ["Good Friday works, Easter Monday does not", "2026-04-02", 2, "2026-04-07"],
  ["1 May, 8 May and Ascension", "2026-04-30", 10, "2026-05-19"],
  ["Ascension, its bridge works", "2026-05-13", 1, "2026-05-15"],
  ["Whit Monday", "2026-05-22", 1, "2026-05-26"],
  ["14 July on a Tuesday, the Monday works", "2026-07-10", 2, "2026-07-15"],
  ["15 August on a Saturday takes nothing", "2026-08-14", 1, "2026-08-17"],
  ["Christmas and New Year are two Fridays", "2026-12-21", 10, "2027-01-06"],
  ["a year end of two Thursdays", "2025-12-24", 5, "2026-01-02"],
  ["1 and 11 November", "2027-10-29", 10, "2027-11-16"],
  ["asked on a holiday", "2026-11-11", 10, "2026-11-25"],
  ["nothing to count, even on a Sunday", "2026-11-22", 0, "2026-11-22"],
  ["backwards over Easter", "2026-04-07", -2, "2026-04-02"],
  ["backwards from a Sunday", "2026-11-22", -1, "2026-11-20"],
  ["15 days of notice before 1 March 2027", "2027-03-01", -15, "2027-02-08"],
] as const)("%s: %s %i", ([, from, count, expected]) => {
  expect(addWorkingDays(civilDate(from), count)).toBe(expected);
});

// Good Friday 2026 is 3 April; 26 December 2025 is a Friday, of 2028 a Tuesday.
test.for([
  ["over Good Friday", "2026-04-02", 1, "2026-04-03", "2026-04-07"],
  ["over both days of Christmas", "2028-12-22", 1, "2028-12-26", "2028-12-27"],
  ["backwards over 26 December", "2025-12-29", -1, "2025-12-26", "2025-12-24"],
  ["the 4th working day after 1 April 2026", "2026-04-01", 4, "2026-04-08", "2026-04-09"],
  ["26 December on a Saturday takes nothing", "2026-12-24", 1, "2026-12-28", "2026-12-28"],
] as const)("in Alsace-Moselle, %s", ([, from, count, elsewhere, there]) => {
  expect(addWorkingDays(civilDate(from), count, "metropolitan")).toBe(elsewhere);
  expect(addWorkingDays(civilDate(from), count, "alsace_moselle")).toBe(there);
});

test.for([
  ["Friday evening to Monday", "2026-09-11", "2026-09-14", 1],
  ["Friday to Sunday: none", "2026-09-11", "2026-09-13", 0],
  ["the same day: none", "2026-09-11", "2026-09-11", 0],
  ["the days around New Year", "2026-12-24", "2027-01-04", 5],
  ["backwards", "2026-09-14", "2026-09-11", -1],
] as const)("count of %s", ([, from, to, expected]) => {
  expect(countWorkingDays(civilDate(from), civilDate(to))).toBe(expected);
});

test("half a day is no count", () => {
  expect(() => addWorkingDays(civilDate("2026-09-07"), 1.5)).toThrow(RangeError);
});

describe("for any day and count", () => {
  const days = fc.integer({ min: 0, max: 36_500 }).map((offset) => addDays(civilDate("2000-01-01"), offset));
  const counts = fc.integer({ min: 1, max: 60 });
  const regions = fc.constantFrom("metropolitan" as const, "alsace_moselle" as const);

  test("counting back what was added gives it again, wherever it is", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), regions, (day, count, region) => {
        expect(countWorkingDays(day, addWorkingDays(day, count, region), region)).toBe(count);
      }),
      { numRuns: 200 },
    );
  });

  test("a count between two days is the sum of the counts on the way", () => {
    fc.assert(
      fc.property(days, counts, counts, regions, (day, first, second, region) => {
        const [middle, end] = [addDays(day, first), addDays(day, first + second)];
        const onTheWay = countWorkingDays(day, middle, region) + countWorkingDays(middle, end, region);
        expect(countWorkingDays(day, end, region)).toBe(onTheWay);
      }),
      { numRuns: 200 },
    );
  });

  test("what is reached works, and so many days worked on the way", () => {
    fc.assert(
      fc.property(days, counts, fc.constantFrom(1, -1), (day, count, direction) => {
        const reached = addWorkingDays(day, direction * count);
        expect(isWorkingDay(reached)).toBe(true);
        expect(countWorkingDays(day, reached)).toBe(direction * count);
      }),
      { numRuns: 200 },
    );
  });

  test("counts add up, and come back to a working day", () => {
    fc.assert(
      fc.property(days, counts, counts, (day, first, second) => {
        const reached = addWorkingDays(day, first);
        expect(addWorkingDays(reached, second)).toBe(addWorkingDays(day, first + second));
        expect(addWorkingDays(addWorkingDays(reached, second), -second)).toBe(reached);
      }),
      { numRuns: 200 },
    );
  });
});
