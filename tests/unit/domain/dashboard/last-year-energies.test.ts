import fc from "fast-check";
import { expect, test } from "vitest";
import { lastYearEnergies } from "@/lib/domain/dashboard/last-year-energies";
import type { MonthEnergies } from "@/lib/domain/dashboard/month-energies";
import { sameDaysAYearBefore } from "@/lib/domain/dashboard/same-days-a-year-before";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";

const period = (from: string, toExclusive: string): Period => ({
  from: civilDate(from),
  toExclusive: civilDate(toExclusive),
});

/** So much production each day of a period. */
const month = (from: string, toExclusive: string, dailyWh: number) => {
  const days = period(from, toExclusive);
  return { period: days, energies: energies(dailyWh * countDays(days.from, days.toExclusive)) };
};

const energies = (productionWh: number): MonthEnergies => ({
  productionWh,
  selfConsumedWh: productionWh / 2,
  surplusWh: productionWh / 2,
  withdrawalWh: productionWh * 2,
  complementWh: productionWh * 1.5,
});

test.for([
  {
    name: "the same month, to the last bit",
    asked: period("2026-10-01", "2026-11-01"),
    settled: [month("2025-09-01", "2025-10-01", 90), month("2025-10-01", "2025-11-01", 70.1)],
    expected: { productionWh: 70.1 * 31, isProrated: false },
  },
  {
    name: "a February of 29 days beside one of 28",
    asked: period("2028-02-01", "2028-03-01"),
    settled: [month("2027-02-01", "2027-03-01", 50)],
    expected: { productionWh: 50 * 28, isProrated: false },
  },
  {
    name: "an anniversary moved to the 15th since: half of two months",
    asked: period("2026-10-15", "2026-11-15"),
    settled: [month("2025-10-01", "2025-11-01", 70), month("2025-11-01", "2025-12-01", 40)],
    expected: { productionWh: 17 * 70 + 14 * 40, isProrated: true },
  },
  {
    name: "the longer period of a move beside the two it covers",
    asked: period("2026-03-01", "2026-04-15"),
    settled: [month("2025-03-01", "2025-04-01", 100), month("2025-04-01", "2025-05-01", 200)],
    expected: { productionWh: 31 * 100 + 14 * 200, isProrated: true },
  },
])("compares with the same days of last year: $name", ({ asked, settled, expected }) => {
  expect(lastYearEnergies(asked, settled)).toMatchObject(expected);
});

test.for([
  ["the operation had not begun", [month("2025-10-15", "2025-11-01", 70)]],
  ["a month of last year is not settled", [month("2025-11-01", "2025-12-01", 70)]],
  ["nothing is settled", []],
] as const)("compares with nothing when %s", ([, settled]) => {
  expect(lastYearEnergies(period("2026-10-01", "2026-11-01"), settled)).toBeNull();
});

test("what each day of last year held is counted once, however the anniversary moved", () => {
  const start = civilDate("2024-01-10");
  const dayOfMonth = fc.integer({ min: 1, max: 31 });
  fc.assert(
    fc.property(dayOfMonth, dayOfMonth, fc.integer({ min: 200, max: 500 }), (first, then, days) => {
      const anniversaries = [
        { from: start, dayOfMonth: first },
        { from: addDays(start, days), dayOfMonth: then },
      ];
      const periods = listSettlementPeriods({ startDate: start, anniversaries }, civilDate("2026-06-01"));
      const settled = periods.map((days) => ({
        period: days,
        energies: energies(100 * countDays(days.from, days.toExclusive)),
      }));
      for (const each of periods) {
        const found = lastYearEnergies(each, settled);
        const before = sameDaysAYearBefore(each);
        if (before.from < start) expect(found).toBeNull();
        else expect(found?.productionWh).toBeCloseTo(100 * countDays(before.from, before.toExclusive), 6);
      }
    }),
    { numRuns: 60 },
  );
});
