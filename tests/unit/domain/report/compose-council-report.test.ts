import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeCouncilReport, type ReportFacts } from "@/lib/domain/report/compose-council-report";
import type { CouncilReport } from "@/lib/domain/report/council-report";
import { TEST_REPORT_FACTS, testHome, testMonth, testSite } from "../../../support/council-report";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function expectToAddUp({ totals, months, consumers, producers }: CouncilReport): void {
  const settled = months.flatMap(({ energies }) => energies ?? []);
  for (const field of ["productionWh", "selfConsumedWh", "surplusWh", "withdrawalWh", "complementWh"] as const) {
    expect(sum(settled.map((energies) => energies[field]))).toBe(totals[field]);
  }
  for (const each of [...settled, totals]) {
    expect(each.selfConsumedWh + each.surplusWh).toBe(each.productionWh);
    expect(each.selfConsumedWh + each.complementWh).toBe(each.withdrawalWh);
  }
  for (const line of [...consumers, ...producers]) expect(line.sharedWh + line.restWh).toBe(line.energyWh);
  expect(sum(consumers.map(({ energyWh }) => energyWh))).toBe(totals.withdrawalWh);
  expect(sum(producers.map(({ energyWh }) => energyWh))).toBe(totals.productionWh);
  for (const lines of [consumers, producers]) {
    expect(sum(lines.map(({ sharedWh }) => sharedWh))).toBe(totals.selfConsumedWh);
  }
}

describe("a report to the council", () => {
  test("adds up, in whole kWh, months and buildings to the same totals", () => {
    const report = composeCouncilReport(TEST_REPORT_FACTS);
    expectToAddUp(report);
    expect(report.totals).toEqual({
      productionWh: 300_000,
      selfConsumedWh: 200_000,
      surplusWh: 100_000,
      withdrawalWh: 500_000,
      complementWh: 300_000,
    });
    expect(report.rates.selfConsumptionRate).toBeCloseTo(0.668, 12);
    expect(report.range).toEqual({ from: "2025-11-01", toExclusive: "2026-01-01" });
  });

  test("adds up whatever was shared", () => {
    // Each month: what is shared, the surplus and the complement; each point gets a part of them.
    const energy = fc.double({ min: 0, max: 5e7, noNaN: true });
    const month = fc.tuple(energy, energy, energy);
    fc.assert(
      fc.property(
        fc.array(month, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.boolean()), { minLength: 1, maxLength: 30 }),
        (months, weights) => {
          const whole = sum(weights.map(([weight]) => weight)) || 1;
          const [shared, surplus, complement] = [0, 1, 2].map((n) => sum(months.map((parts) => parts[n] ?? 0)));
          const point = (rest: number) => (part: readonly [number, boolean], n: number) => {
            const ratio = sum(weights.map(([weight]) => weight)) === 0 ? 1 / weights.length : part[0] / whole;
            const own = (shared as number) * ratio;
            return part[1]
              ? testHome(String(n), own + rest * ratio, own)
              : testSite(String(n), own + rest * ratio, own);
          };
          const facts: ReportFacts = {
            ...TEST_REPORT_FACTS,
            months: months.map(([used, left, missing], n) => testMonth(n, [used + left, used + missing, used])),
            consumers: weights.map(point(complement as number)),
            producers: weights.map(point(surplus as number)),
          };
          expectToAddUp(composeCouncilReport(facts));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("counts nothing for a month that is not settled, and keeps its place", () => {
    const months = [...TEST_REPORT_FACTS.months, testMonth(2, null)];
    const report = composeCouncilReport({ ...TEST_REPORT_FACTS, months });
    expect(report.months.map(({ energies }) => energies === null)).toEqual([false, false, true]);
    expect(report.totals.productionWh).toBe(300_000);
    expect(report.range.toExclusive).toBe("2026-02-01");
  });

  test("sums the amounts of a line, and says nothing of one that lacks a price", () => {
    const consumers = TEST_REPORT_FACTS.consumers.map((point, n) => ({
      ...point,
      amountCents: n === 1 ? null : 100 + n,
    }));
    const report = composeCouncilReport({ ...TEST_REPORT_FACTS, consumers });
    expect(report.consumers.map(({ amountCents }) => amountCents)).toEqual([100, null, 309]);
  });

  test("is not made of nothing", () => {
    expect(() => composeCouncilReport({ ...TEST_REPORT_FACTS, months: [testMonth(0, null)] })).toThrow(
      "at least one settled period",
    );
  });
});
