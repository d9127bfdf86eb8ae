import { beforeAll, describe, expect, test } from "vitest";
import type { WindowChoice } from "@/lib/domain/dashboard/dashboard-window";
import { civilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { nameWindow } from "@/lib/format/dashboard-words";
import { setCarbonFactor } from "@/lib/services/carbon/set-carbon-factor";
import { describeOperationDashboard } from "@/lib/services/dashboard/describe-operation-dashboard";
import { findDashboardWindow } from "@/lib/services/dashboard/find-dashboard-window";
import { readOperationDashboard } from "@/lib/services/dashboard/read-operation-dashboard";
import { readOperationDashboards } from "@/lib/services/dashboard/read-operation-dashboards";
import { setForecast } from "@/lib/services/forecast/set-forecast";
import { closePeriod } from "@/lib/services/periods/close-period";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { settleTestPeriod } from "../../support/settle-test-period";
import { storeTestRuns } from "../../support/store-test-runs";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

const OCTOBER_2025 = civilDate("2025-10-01");
const OCTOBER_2026 = civilDate("2026-10-01");
const YEAR: Period = { from: civilDate("2026-09-01"), toExclusive: civilDate("2026-11-01") };
const FIRST: Period = { from: OCTOBER_2025, toExclusive: civilDate("2025-11-01") };
const TODAY = civilDate("2026-11-22");
const OCTOBER_STEPS = 31 * 48 + 2; // the clock goes back

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity, {
    startDay: OCTOBER_2025,
    key: { Mairie: 500_000, École: 500_000 },
  });
  const curves = (from: string, to: string, roofWh: number) =>
    importTestCurves(operation, [
      { point: "Toiture", days: [from, to], energyWh: roofWh },
      { point: "Mairie", days: [from, to], energyWh: 40 },
      { point: "École", days: [from, to], energyWh: 100 },
    ]);
  await curves("2025-10-01", "2025-10-31", 100);
  await curves("2026-10-01", "2026-10-31", 120);
  for (const period of [OCTOBER_2025, OCTOBER_2026]) await settleTestPeriod(operation, period);
}, 60_000);

const officer = () => collectivity.users.officer.actor;

test("tells each month with the same days of last year, and totals over the months that both have", async () => {
  const dashboard = await readOperationDashboard(operation, YEAR, TODAY);
  const [september, october] = dashboard.months;
  expect(dashboard.months).toHaveLength(2);
  expect(september).toMatchObject({ state: "not_settled", run: null, energies: null, rates: null, lastYear: null });
  // Of 120 Wh each site is given 60: the town hall uses 40 of them, the school all.
  expect(october).toMatchObject({
    period: { from: OCTOBER_2026, toExclusive: civilDate("2026-11-01") },
    state: "settled",
    run: { version: 1, correctedSteps: 0 },
    energies: {
      productionWh: 120 * OCTOBER_STEPS,
      selfConsumedWh: 100 * OCTOBER_STEPS,
      surplusWh: 20 * OCTOBER_STEPS,
      withdrawalWh: 140 * OCTOBER_STEPS,
      complementWh: 40 * OCTOBER_STEPS,
    },
    lastYear: { productionWh: 100 * OCTOBER_STEPS, selfConsumedWh: 90 * OCTOBER_STEPS, isProrated: false },
    forecast: null,
    avoidedCarbonG: null,
    savedCents: null,
    resaleCents: null,
    lackingPrices: 3,
  });
  expect(dashboard.totals).toMatchObject({
    settledMonths: 1,
    unsettledMonths: 1,
    monthsToRecompute: 0,
    savedCents: null,
  });
  expect(dashboard.totals.rates?.selfConsumptionRate).toBeCloseTo(100 / 120, 12);
  expect(dashboard.lastYear.productionWh).toMatchObject({ months: 1, changeRatio: 0.2 });
  expect(dashboard.forecast.productionWh).toBeNull();
});

test("a first year has nothing to be compared with", async () => {
  const { months, lastYear } = await readOperationDashboard(operation, FIRST, TODAY);
  expect(months).toMatchObject([{ state: "settled", lastYear: null }]);
  expect(lastYear.productionWh).toBeNull();
});

test("a forecast and a factor count as soon as they are told", async () => {
  const months = Array.from({ length: 12 }, () => ({
    productionWh: 75_000,
    withdrawalWh: null,
    selfConsumedWh: 60_000,
  }));
  await setForecast(operation.id, officer(), { from: OCTOBER_2025, months, source: "Étude" });
  await setCarbonFactor(collectivity.id, officer(), {
    from: civilDate("2026-01-01"),
    gridGramsPerKwh: 50,
    ownGramsPerKwh: null,
    source: "Inventée pour le test",
    year: 2025,
  });
  const { months: told, totals, forecast } = await readOperationDashboard(operation, YEAR, TODAY);
  expect(told[1]?.forecast).toMatchObject({
    productionWh: 75_000,
    surplusWh: 15_000,
    complementWh: null,
    isRepeated: true,
  });
  expect(forecast.productionWh).toMatchObject({ months: 1, referenceWh: 75_000 });
  expect(forecast.withdrawalWh).toBeNull();
  expect(totals.avoidedCarbonG).toEqual({ amount: 100 * OCTOBER_STEPS * 0.05, months: 1 });
  // The factor does not reach back to the first October.
  const first = await readOperationDashboard(operation, FIRST, TODAY);
  expect(first.totals.avoidedCarbonG).toBeNull();
});

test("says which months data changed under since, and of which it matters no more", async () => {
  const state = async (from: Period["from"]) =>
    (await readOperationDashboard(operation, { from, toExclusive: civilDate("2026-11-01") }, TODAY)).months[0]?.state;
  await closePeriod(operation.id, officer(), OCTOBER_2025);
  for (const day of ["2025-10-10", "2026-10-10"]) {
    await importTestCurves(operation, [{ point: "Mairie", days: [day, day], energyWh: 41 }]);
  }
  expect(await state(OCTOBER_2025)).toBe("closed");
  expect(await state(OCTOBER_2026)).toBe("to_recompute");
});

test("many operations are told together, in their order, each with its own", async () => {
  const other = await createTestOperation(await createTestCollectivity("Une autre commune"), {
    startDay: OCTOBER_2026,
  });
  const [theirs, ours] = await readOperationDashboards([other, operation], YEAR, TODAY);
  expect(theirs).toMatchObject({
    months: [{ state: "not_settled", forecast: null }],
    totals: { settledMonths: 0, energies: null, rates: null, computedAt: null },
    carbonFactors: [],
  });
  expect(ours).toEqual(await readOperationDashboard(operation, YEAR, TODAY));
});

describe("the days a dashboard is about", () => {
  const find = async (choice: WindowChoice, today: string) => {
    const found = await findDashboardWindow(operation, choice, civilDate(today));
    return found && { ...found.window, choice: found.choice.kind, choices: found.choices.map(nameWindow) };
  };

  test("go on to the last period that is over: the overdue ones are told as lacking", async () => {
    expect(await find({ kind: "last_twelve" }, "2027-04-03")).toEqual({
      from: "2026-04-01",
      toExclusive: "2027-04-01",
      choice: "last_twelve",
      choices: ["12 derniers mois", "2027", "2026", "2025", "depuis le début"],
    });
    const window = { from: civilDate("2026-04-01"), toExclusive: civilDate("2027-04-01") };
    const { totals } = await readOperationDashboard(operation, window, civilDate("2027-04-03"));
    expect(totals).toMatchObject({ settledMonths: 1, unsettledMonths: 11 });
  });

  test("never wait for what is not over, however far machines ask", async () => {
    const far = { from: null, toExclusive: civilDate("2199-01-01") };
    const { window, months } = await describeOperationDashboard(operation, far, TODAY);
    expect(window).toEqual({ from: civilDate("2025-11-01"), toExclusive: far.toExclusive });
    expect(months).toHaveLength(12);
    expect(months.at(-1)?.period.from).toBe(OCTOBER_2026);
    const ahead = { from: civilDate("2027-01-01"), toExclusive: civilDate("2028-01-01") };
    expect((await readOperationDashboard(operation, ahead, TODAY)).months).toEqual([]);
  });

  test("stop with the convention", async () => {
    const ended = await createTestOperation(collectivity, { startDay: OCTOBER_2025 });
    await storeTestRuns(sql, ended, [
      { from: "2025-10-01", version: 1, productionWh: 10, withdrawalWh: 10, selfConsumedWh: 5 },
    ]);
    await sql(
      `INSERT INTO operation_status (operation_id, id, from_day, status)
       VALUES ($1, gen_random_uuid(), '2025-12-10', 'ended')`,
      [ended.id],
    );
    const found = await findDashboardWindow(ended, { kind: "since_start" }, TODAY);
    expect(found?.window).toEqual({ from: OCTOBER_2025, toExclusive: civilDate("2026-01-01") });
  });
});
