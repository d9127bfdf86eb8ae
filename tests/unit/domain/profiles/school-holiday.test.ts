import { expect, test } from "vitest";
import { schoolHoliday } from "@/lib/domain/profiles/school-holiday";
import { civilDate } from "@/lib/domain/time/civil-date";

// First and last days of the holidays, and the days of class around them, as the official calendar prints them.
test.for([
  ["2025-10-17", null],
  ["2025-10-18", "short"],
  ["2025-11-02", "short"],
  ["2025-11-03", null],
  ["2025-12-25", "short"],
  ["2026-01-05", null],
  ["2026-02-20", null],
  ["2026-02-21", "short"],
  ["2026-03-08", "short"],
  ["2026-03-09", null],
  ["2026-04-18", "short"],
  ["2026-05-04", null],
  ["2026-05-15", "short"], // the Friday after Ascension
  ["2026-07-03", null],
  ["2026-07-04", "summer"],
  ["2026-08-31", "summer"],
  ["2026-09-01", null],
  ["2026-10-17", "short"],
  ["2026-11-02", null],
  ["2027-02-06", "short"],
  ["2027-02-22", null],
  ["2027-04-03", "short"],
  ["2027-07-03", "summer"],
] as const)("%s in zone C: %s", ([day, expected]) => {
  expect(schoolHoliday(civilDate(day))).toBe(expected);
});

test.for([
  ["2019-08-15", "summer"],
  ["2030-12-26", "short"],
  ["2028-02-29", "short"],
  ["2030-06-10", null],
] as const)("%s is outside the known calendars and answers like 2025-2026: %s", ([day, expected]) => {
  expect(schoolHoliday(civilDate(day))).toBe(expected);
});
