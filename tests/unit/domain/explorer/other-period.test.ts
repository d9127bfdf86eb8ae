import { expect, test } from "vitest";
import { type OtherPeriodChoice, otherPeriod } from "@/lib/domain/explorer/other-period";
import { civilDate } from "@/lib/domain/time/civil-date";

test.for([
  ["2026-10-01", "2026-11-01", "last_year", "2025-10-01", "2025-11-01"],
  ["2024-02-29", "2024-03-01", "last_year", "2023-02-28", "2023-03-01"],
  ["2026-03-01", "2026-04-01", "previous", "2026-02-01", "2026-03-01"],
  ["2026-01-01", "2026-04-01", "previous", "2025-10-01", "2026-01-01"],
  ["2026-01-15", "2026-01-22", "previous", "2026-01-08", "2026-01-15"],
  ["2026-10-12", "2026-10-13", "previous", "2026-10-11", "2026-10-12"],
  ["2026-10-12", "2026-10-15", "2026-06-01", "2026-06-01", "2026-06-04"],
] as const)("%s to %s against %s is %s to %s", ([from, to, choice, otherFrom, otherTo]) => {
  const asked: OtherPeriodChoice =
    choice === "last_year" || choice === "previous" ? choice : { from: civilDate(choice) };
  const period = { from: civilDate(from), toExclusive: civilDate(to) };
  expect(otherPeriod(period, asked, "date")).toEqual({ from: otherFrom, toExclusive: otherTo });
});

test("by weekday, Monday faces the nearest Monday", () => {
  const week = { from: civilDate("2026-10-12"), toExclusive: civilDate("2026-10-19") }; // from a Monday
  expect(otherPeriod(week, "last_year", "weekday")).toEqual({ from: "2025-10-13", toExclusive: "2025-10-20" });
});
