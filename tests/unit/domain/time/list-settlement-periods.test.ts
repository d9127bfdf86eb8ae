import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import { settlementPeriodOf } from "@/lib/domain/time/settlement-period-of";

type Move = readonly [from: string, dayOfMonth: number];

function calendar(start: string, ...moves: readonly Move[]) {
  const anniversaries = moves.map(([from, dayOfMonth]) => ({ from: civilDate(from), dayOfMonth }));
  return { startDate: civilDate(start), anniversaries };
}

function bounds(start: string, until: string, ...moves: readonly Move[]): readonly string[] {
  const periods = listSettlementPeriods(calendar(start, ...moves), civilDate(until));
  return [...periods.map(({ from }) => from), ...periods.slice(-1).map(({ toExclusive }) => toExclusive)];
}

test.for([
  ["the first of the month", bounds("2026-01-01", "2026-03-01", ["2026-01-01", 1]), ["01-01", "02-01", "03-01"]],
  [
    "a start between two anniversaries",
    bounds("2026-01-20", "2026-03-01", ["2026-01-20", 5]),
    ["01-20", "02-05", "03-05"],
  ],
  ["the 31st", bounds("2026-01-31", "2026-05-01", ["2026-01-31", 31]), ["01-31", "02-28", "03-31", "04-30", "05-31"]],
  ["the 30th", bounds("2026-01-30", "2026-03-01", ["2026-01-30", 30]), ["01-30", "02-28", "03-30"]],
  ["a start on the shortened day", bounds("2026-02-28", "2026-04-01", ["2026-02-28", 31]), ["02-28", "03-31", "04-30"]],
  [
    "moved, the period is shorter",
    bounds("2026-01-01", "2026-04-10", ["2026-01-01", 1], ["2026-03-10", 15]),
    ["01-01", "02-01", "03-01", "03-15", "04-15"],
  ],
  [
    "moved, the period is longer",
    bounds("2026-01-01", "2026-05-01", ["2026-01-01", 1], ["2026-03-16", 15]),
    ["01-01", "02-01", "03-01", "04-15", "05-15"],
  ],
  [
    "moved back to the first",
    bounds("2026-01-15", "2026-04-02", ["2026-01-15", 15], ["2026-02-20", 1]),
    ["01-15", "02-15", "03-01", "04-01", "05-01"],
  ],
] as const)("%s", ([, actual, expected]) => {
  expect(actual).toEqual(expected.map((day) => `2026-${day}`));
});

test("29 February in a leap year", () => {
  expect(bounds("2028-01-29", "2028-03-01", ["2028-01-29", 29])).toEqual(["2028-01-29", "2028-02-29", "2028-03-29"]);
});

test("nothing before the start", () => {
  expect(bounds("2026-01-15", "2026-01-15", ["2026-01-15", 15])).toEqual([]);
  expect(settlementPeriodOf(civilDate("2026-01-14"), calendar("2026-01-15", ["2026-01-15", 15]))).toBeNull();
});

test.for([
  [[]],
  [[["2026-01-01", 0]]],
  [[["2026-01-01", 32]]],
  [
    [
      ["2026-01-01", 1],
      ["2026-01-01", 2],
    ],
  ],
] as const)("anniversaries %j are refused", ([moves]) => {
  const broken = calendar("2026-01-01", ...(moves as readonly Move[]));
  expect(() => listSettlementPeriods(broken, civilDate("2026-02-01"))).toThrow(
    expect.objectContaining({ code: "INVALID_ANNIVERSARY" }),
  );
});

test("periods tile the life of the operation; each day has the one that holds it", () => {
  const day = fc.integer({ min: 0, max: 2_000 }).map((count) => addDays(civilDate("2024-01-01"), count));
  const dayOfMonth = fc.integer({ min: 1, max: 31 });
  fc.assert(
    fc.property(
      day,
      dayOfMonth,
      fc.integer({ min: 1, max: 500 }),
      dayOfMonth,
      fc.integer({ min: 0, max: 900 }),
      (startDate, first, gap, second, later) => {
        const anniversaries = [
          { from: startDate, dayOfMonth: first },
          { from: addDays(startDate, gap), dayOfMonth: second },
        ];
        const wanted = addDays(startDate, later);
        const periods = listSettlementPeriods({ startDate, anniversaries }, addDays(wanted, 1));
        expect(periods[0]?.from).toBe(startDate);
        for (const [index, { from, toExclusive }] of periods.entries()) {
          expect(toExclusive > from).toBe(true);
          expect(toExclusive <= addDays(from, 62)).toBe(true);
          if (index > 0) expect(from).toBe(periods[index - 1]?.toExclusive);
        }
        const period = settlementPeriodOf(wanted, { startDate, anniversaries });
        expect(period).toEqual(periods.at(-1));
        expect(period && period.from <= wanted && wanted < period.toExclusive).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
