import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import { listAnniversaryMoves } from "@/lib/domain/time/list-anniversary-moves";
import { listRecutPeriods } from "@/lib/domain/time/list-recut-periods";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import { standingAnniversaries } from "@/lib/domain/time/standing-anniversaries";

type Move = readonly [from: string, dayOfMonth: number];

const START = civilDate("2024-01-01");
const anniversary = ([from, dayOfMonth]: Move) => ({ from: civilDate(from), dayOfMonth });

function calendar(first: Move, ...moves: readonly Move[]) {
  return {
    startDate: civilDate(first[0]),
    anniversaries: standingAnniversaries(anniversary(first), moves.map(anniversary)),
  };
}

test.for([
  ["no move", [], [["2024-01-01", 1]]],
  [
    "one move",
    [["2024-03-02", 15]],
    [
      ["2024-01-01", 1],
      ["2024-03-02", 15],
    ],
  ],
  [
    "two moves",
    [
      ["2024-03-02", 15],
      ["2024-09-02", 20],
    ],
    [
      ["2024-01-01", 1],
      ["2024-03-02", 15],
      ["2024-09-02", 20],
    ],
  ],
  [
    "one called off",
    [
      ["2024-03-02", 15],
      ["2024-03-02", 1],
    ],
    [
      ["2024-01-01", 1],
      ["2024-03-02", 1],
    ],
  ],
  [
    "one announced for an earlier day",
    [
      ["2024-09-02", 15],
      ["2024-03-02", 15],
    ],
    [
      ["2024-01-01", 1],
      ["2024-03-02", 15],
    ],
  ],
  ["one from the very start", [["2024-01-01", 15]], [["2024-01-01", 15]]],
] as const)("what stands: %s", ([, moves, expected]) => {
  expect(calendar(["2024-01-01", 1], ...moves).anniversaries).toEqual(expected.map(anniversary));
});

test.for([
  ["the first to the 15th", ["2024-01-01", 1], "2024-06-01", 15, ["2024-06-15", "2024-07-15"]],
  ["the 15th to the first", ["2024-01-15", 15], "2024-06-15", 1, ["2024-07-01", "2024-08-01"]],
  [
    "the first to the 31st, in February of a leap year",
    ["2024-01-01", 1],
    "2024-02-01",
    31,
    ["2024-02-29", "2024-03-31"],
  ],
  ["the same, in another year", ["2024-01-01", 1], "2025-02-01", 31, ["2025-02-28", "2025-03-31"]],
  ["the 28th to the 31st where February had both: longer only", ["2023-01-28", 28], "2023-02-28", 31, ["2023-03-31"]],
  ["the 31st to the 29th", ["2024-01-31", 31], "2024-04-30", 29, ["2024-05-29", "2024-06-29"]],
  [
    "the 30th to the 31st where the month has 30 days",
    ["2024-01-30", 30],
    "2024-03-30",
    31,
    ["2024-03-31", "2024-04-30"],
  ],
  ["the day that stands", ["2024-01-01", 1], "2024-06-01", 1, []],
] as const)("from %s", ([, first, periodFrom, dayOfMonth, ends]) => {
  const options = listAnniversaryMoves(calendar(first), civilDate(periodFrom), dayOfMonth);
  expect(options.map(({ period }) => period.toExclusive)).toEqual(ends);
});

test("a move that is announced gives way to another for the same period", () => {
  const moved = calendar(["2024-01-01", 1], ["2024-06-02", 15]);
  const [shorter, longer] = listAnniversaryMoves(moved, civilDate("2024-06-01"), 10);
  expect([shorter?.period.toExclusive, longer?.period.toExclusive]).toEqual(["2024-06-10", "2024-07-10"]);
});

test.for([0, 32, 1.5])("day %d of the month is refused", (dayOfMonth) => {
  expect(() => listAnniversaryMoves(calendar(["2024-01-01", 1]), START, dayOfMonth)).toThrow(
    expect.objectContaining({ code: "INVALID_ANNIVERSARY" }),
  );
});

test("a day on which no period starts is refused", () => {
  expect(() => listAnniversaryMoves(calendar(["2024-01-01", 1]), civilDate("2024-06-02"), 15)).toThrow(
    expect.objectContaining({ code: "UNKNOWN_PERIOD" }),
  );
});

const dayOfMonth = fc.integer({ min: 1, max: 31 });
const periodIndex = fc.integer({ min: 0, max: 40 });

test("moved twice, the periods before keep their bounds and none is empty or longer than two months", () => {
  fc.assert(
    fc.property(dayOfMonth, dayOfMonth, dayOfMonth, periodIndex, periodIndex, fc.boolean(), (...drawn) => {
      const [first, second, third, index, later, wantsShorter] = drawn;
      let moved = calendar(["2024-01-01", first]);
      for (const [at, day] of [
        [index, second],
        [index + later, third],
      ] as const) {
        const period = listSettlementPeriods(moved, addDays(START, 3_000))[at] as { from: typeof START };
        const options = listAnniversaryMoves(moved, period.from, day);
        const option = wantsShorter ? options[0] : options.at(-1);
        if (!option) continue;
        const before = listSettlementPeriods(moved, period.from);
        const [head, ...rest] = moved.anniversaries;
        moved = { ...moved, anniversaries: standingAnniversaries(head as never, [...rest, option.move]) };
        expect(listRecutPeriods(moved, before)).toEqual([]);
        expect(listSettlementPeriods(moved, addDays(period.from, 1)).at(-1)).toEqual(option.period);
      }
      const periods = listSettlementPeriods(moved, addDays(START, 3_000));
      for (const [n, { from, toExclusive }] of periods.entries()) {
        const days = countDays(from, toExclusive);
        expect(days).toBeGreaterThan(0);
        expect(days).toBeLessThanOrEqual(62);
        if (n > 0) expect(periods[n - 1]?.toExclusive).toBe(from);
      }
    }),
    { numRuns: 150 },
  );
});
