import fc from "fast-check";
import { expect, test } from "vitest";
import { dashboardWindow, type WindowChoice } from "@/lib/domain/dashboard/dashboard-window";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { SettlementCalendar } from "@/lib/domain/time/settlement-calendar";

const calendar = (start: string, ...moves: readonly (readonly [from: string, dayOfMonth: number])[]) => ({
  startDate: civilDate(start),
  anniversaries: moves.map(([from, dayOfMonth]) => ({ from: civilDate(from), dayOfMonth })),
});

const TWELVE: WindowChoice = { kind: "last_twelve" };
const ALL: WindowChoice = { kind: "since_start" };
const year = (of: number): WindowChoice => ({ kind: "civil_year", year: of });

const FIRST = calendar("2025-01-01", ["2025-01-01", 1]);
const YOUNG = calendar("2026-06-10", ["2026-06-10", 1]);
const FIFTEENTH = calendar("2024-01-15", ["2024-01-15", 15]);

test.for([
  ["the last twelve months", TWELVE, FIRST, "2026-10-01", "2025-10-01", "2026-10-01"],
  ["fewer when there are no more", TWELVE, YOUNG, "2026-10-01", "2026-06-10", "2026-10-01"],
  ["a year that is over", year(2025), FIRST, "2026-10-01", "2025-01-01", "2026-01-01"],
  ["a year until the last ended day", year(2026), FIRST, "2026-10-01", "2026-01-01", "2026-10-01"],
  ["a year from the start", year(2026), YOUNG, "2026-10-01", "2026-06-10", "2026-10-01"],
  ["all", ALL, FIRST, "2026-10-01", "2025-01-01", "2026-10-01"],
  ["twelve periods that begin on a 15th", TWELVE, FIFTEENTH, "2026-10-15", "2025-10-15", "2026-10-15"],
] as const)("shows %s", ([, choice, days, endedTo, from, toExclusive]) => {
  expect(dashboardWindow(choice, days, civilDate(endedTo))).toEqual({ from, toExclusive });
});

test.for([
  [2023, FIRST, "2026-10-01"],
  [2027, FIRST, "2026-10-01"],
  [2026, FIFTEENTH, "2026-01-15"],
] as const)("shows nothing of %i, in which no ended period begins", ([of, days, endedTo]) => {
  expect(dashboardWindow(year(of), days, civilDate(endedTo))).toBeNull();
});

test("the years hold every ended period once, however the anniversary moves", () => {
  const start = civilDate("2024-02-20");
  const day = fc.integer({ min: 1, max: 31 });
  fc.assert(
    fc.property(
      day,
      day,
      fc.integer({ min: 40, max: 600 }),
      fc.integer({ min: 1, max: 900 }),
      (a, b, moved, length) => {
        const moving: SettlementCalendar = {
          startDate: start,
          anniversaries: [
            { from: start, dayOfMonth: a },
            { from: addDays(start, moved), dayOfMonth: b },
          ],
        };
        const periods = listSettlementPeriods(moving, addDays(start, length));
        const endedTo = periods.at(-1)?.toExclusive ?? start;
        const begins = [2023, 2024, 2025, 2026, 2027].flatMap((of) => {
          const window = dashboardWindow(year(of), moving, endedTo);
          return window ? periods.filter(({ from }) => from >= window.from && from < window.toExclusive) : [];
        });
        expect(begins).toEqual(periods);
        const twelve = dashboardWindow(TWELVE, moving, endedTo);
        expect(periods.filter(({ from }) => twelve && from >= twelve.from)).toEqual(periods.slice(-12));
      },
    ),
    { numRuns: 60 },
  );
});
