import { expect, test } from "vitest";
import { isPeriodDue } from "@/lib/domain/dashboard/is-period-due";
import { civilDate } from "@/lib/domain/time/civil-date";

const MAY = { from: civilDate("2026-05-01"), toExclusive: civilDate("2026-06-01") };

test.for([
  ["on its last day", "2026-05-31", undefined, false],
  ["on the day after", "2026-06-01", undefined, true],
  ["whose convention ended in it", "2026-06-01", "2026-05-02", true],
  ["whose convention ended on its first day", "2026-06-01", "2026-05-01", false],
] as const)("a period %s", ([, today, endDay, isDue]) => {
  expect(isPeriodDue(MAY, civilDate(today), endDay && civilDate(endDay))).toBe(isDue);
});
