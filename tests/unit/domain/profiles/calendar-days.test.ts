import { expect, test } from "vitest";
import { calendarDays } from "@/lib/domain/profiles/calendar-days";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

test("weekdays and public holidays of May 2026", () => {
  const may = calendarDays(parisPeriodAxis(civilDate("2026-05-01"), civilDate("2026-06-01"), 30));
  expect(may).toHaveLength(31);
  expect(may[0]).toMatchObject({ day: "2026-05-01", weekday: 4, isPublicHoliday: true, schoolHoliday: "short" });
  expect(may.filter(({ isPublicHoliday }) => isPublicHoliday).map(({ day }) => day)).toEqual([
    "2026-05-01",
    "2026-05-08",
    "2026-05-14",
    "2026-05-25",
  ]);
});

test("a stretch from one evening to the next morning touches two days, across the new year", () => {
  const axis = { startMs: Date.parse("2025-12-31T22:30:00Z"), stepMinutes: 30, length: 2 };
  expect(calendarDays(axis).map(({ day, isPublicHoliday }) => [day, isPublicHoliday])).toEqual([
    ["2025-12-31", false],
    ["2026-01-01", true],
  ]);
});

test("an empty axis touches no day", () => {
  expect(calendarDays({ startMs: Date.parse("2026-05-01T10:00:00Z"), stepMinutes: 30, length: 0 })).toEqual([]);
});
