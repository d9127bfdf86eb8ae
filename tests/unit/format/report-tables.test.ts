import { expect, test } from "vitest";
import { composeCouncilReport, type ReportedMonth } from "@/lib/domain/report/compose-council-report";
import type { MonthValues } from "@/lib/domain/report/council-report";
import { listValueTables } from "@/lib/format/report-tables";
import { TEST_REPORT_FACTS } from "../../support/council-report";

const KNOWN: MonthValues = { savedCents: 1200, resaleCents: 300, avoidedCarbonG: 4000 };

test.for([
  ["all known", {}, false],
  ["no price of what is saved", { savedCents: null }, true],
  ["no price of the surplus", { resaleCents: null }, true],
  ["no emission factor", { avoidedCarbonG: null }, true],
] as const)("the dash of a month's value is explained: %s", ([, lacking, isExplained]) => {
  const months = TEST_REPORT_FACTS.months.map((month, index): ReportedMonth => {
    return { ...month, ...KNOWN, ...(index === 1 ? lacking : {}) };
  });
  const saved = { amount: 1200, months: 1 };
  const [table] = listValueTables(composeCouncilReport({ ...TEST_REPORT_FACTS, months, saved }));
  expect(table?.note !== null).toBe(isExplained);
});
