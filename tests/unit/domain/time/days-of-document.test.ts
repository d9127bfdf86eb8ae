import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { daysOfDocument } from "@/lib/domain/time/days-of-document";

const START = civilDate("2026-01-01");

test.for([
  ["a month, its last day given", 1, "2026-03-01", "2026-03-31", "2026-04-01"],
  ["a month, the first day after it given", 1, "2026-03-01", "2026-04-01", "2026-04-01"],
  ["from anniversary to anniversary", 15, "2026-03-15", "2026-04-15", "2026-04-15"],
  ["from anniversary to the day before the next one", 15, "2026-03-15", "2026-04-14", "2026-04-15"],
  ["an anniversary moved by a short month", 31, "2026-01-31", "2026-02-28", "2026-02-28"],
  ["the day before it", 31, "2026-01-31", "2026-02-27", "2026-02-28"],
  ["two periods at once", 1, "2026-03-01", "2026-04-30", "2026-05-01"],
  ["the middle of a period", 1, "2026-03-01", "2026-03-15", null],
  ["a civil month where the anniversary is another day", 15, "2026-03-01", "2026-03-31", null],
  ["an end before the first day", 1, "2026-03-01", "2026-01-31", null],
  ["before the operation began", 1, "2025-03-01", "2025-03-31", null],
] as const)("%s (DAM %i): %s, %s → %s", ([, dayOfMonth, from, end, toExclusive]) => {
  const calendar = { startDate: START, anniversaries: [{ from: START, dayOfMonth }] };
  const days = daysOfDocument({ from: civilDate(from), end: civilDate(end) }, calendar);
  expect(days).toEqual(toExclusive && { from, toExclusive });
});
