import { expect, test } from "vitest";
import { addMonths } from "@/lib/domain/time/add-months";
import { civilDate } from "@/lib/domain/time/civil-date";

test.for([
  ["2026-09-15", 1, "2026-10-15"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2027-11-30", 3, "2028-02-29"],
  ["2026-12-31", 2, "2027-02-28"],
  ["2026-01-31", -2, "2025-11-30"],
  ["2026-05-01", -2, "2026-03-01"],
  ["2026-02-28", 60, "2031-02-28"],
  ["2024-02-29", 12, "2025-02-28"],
] as const)("%s and %i months", ([day, count, expected]) => {
  expect(addMonths(civilDate(day), count)).toBe(expected);
});
