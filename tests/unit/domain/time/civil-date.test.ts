import { expect, test } from "vitest";
import { addDays, civilDate, isCivilDate } from "@/lib/domain/time/civil-date";

test.for([
  ["2026-02-28", true],
  ["2026-02-29", false],
  ["2028-02-29", true],
  ["9999-12-31", true],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["26-01-01", false],
  ["2026-01-01T00:00", false],
  ["", false],
] as const)("%s is a calendar day: %s", ([text, expected]) => {
  expect(isCivilDate(text)).toBe(expected);
  if (!expected) expect(() => civilDate(text)).toThrow(expect.objectContaining({ code: "INVALID_CIVIL_DATE" }));
});

test("days are added across months, years and clock changes", () => {
  expect(addDays(civilDate("2025-12-31"), 1)).toBe("2026-01-01");
  expect(addDays(civilDate("2026-03-30"), -2)).toBe("2026-03-28");
});
