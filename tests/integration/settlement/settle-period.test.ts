import { beforeAll, describe, expect, test } from "vitest";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { listRunDays, listRunPointDays } from "@/lib/data/settlement-runs";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readRunSeries } from "@/lib/services/runs/read-run-series";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import {
  createTestOperation,
  type TestOperation,
  type TestOperationOptions,
} from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { HALF_AND_THIRTY, importSteadyCurves } from "../../support/measured-operation";
import { readSettledRun, settleTestPeriod, sharedByName } from "../../support/settle-test-period";
import { attachTestPoint } from "../../support/test-attachment";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

/** The first period has two days, 96 half-hours: short enough to be worked out by hand. */
const START = civilDate("2026-06-01");
const SECOND_DAY = civilDate("2026-06-02");
const TWO_DAYS = ["2026-06-01", "2026-06-02"] as const;
const TWO_DAY_PERIOD = { startDay: START, monthlyAnniversaryDay: 3 };

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

/** The roof gives 100 Wh at each step, the town hall draws 40 and the school 100. */
async function measuredOperation(options: TestOperationOptions): Promise<TestOperation> {
  const operation = await createTestOperation(collectivity, { ...TWO_DAY_PERIOD, ...options });
  await importSteadyCurves(operation, TWO_DAYS);
  return operation;
}

describe("two days worked out by hand", () => {
  test("with a static key: what one consumer cannot use goes to no other", async () => {
    const run = await readSettledRun(await measuredOperation({ key: HALF_AND_THIRTY }), START);
    expect(run).toMatchObject({
      version: 1,
      correctedSteps: 0,
      period: { from: "2026-06-01", toExclusive: "2026-06-03" },
      totals: { productionWh: 9600, withdrawalWh: 13_440, selfConsumedWh: 6720, complementWh: 6720, surplusWh: 2880 },
      indicators: { selfConsumptionRate: 0.7, selfProductionRate: 0.5, coverageRate: 9600 / 13_440 },
      rules: [{ appliedKind: "static", reason: "static_values", from: "2026-06-01", toExclusive: "2026-06-03" }],
    });
    expect(run.consumers).toMatchObject([
      { name: "École", withdrawalWh: 9600, selfConsumedWh: 2880, complementWh: 6720 },
      { name: "Mairie", withdrawalWh: 3840, selfConsumedWh: 3840, complementWh: 0 },
    ]);
    expect(run.producers).toMatchObject([
      { name: "Toiture", injectionWh: 9600, selfProducedWh: 6720, surplusWh: 2880 },
    ]);
  });

  test.for(["default", undefined] as const)("with the key %j: pro rata of withdrawal", async (key) => {
    const run = await readSettledRun(await measuredOperation(key ? { key } : {}), START);
    expect(run.totals).toMatchObject({ productionWh: 9600, surplusWh: 0 });
    expect(run.totals.selfConsumedWh).toBeCloseTo(9600, 9);
    expect(sharedByName(run).Mairie).toBeCloseTo((9600 * 40) / 140, 9);
    expect(sharedByName(run).École).toBeCloseTo((9600 * 100) / 140, 9);
    expect(run.rules).toMatchObject([
      { appliedKind: "default", reason: key ? "default_chosen" : "no_key", keyId: key ? expect.any(String) : null },
    ]);
  });

  test("a dynamic key of which nothing was notified gives way to the default key", async () => {
    const operation = await measuredOperation({});
    const key = { kind: "dynamic_simple" as const, from: START, ppmByConsumer: new Map<string, number>() };
    await insertCoefficientKey(operation.id, collectivity.users.officer.actor, key);
    const run = await readSettledRun(operation, START);
    expect(run.rules).toMatchObject([
      { chosenKind: "dynamic_simple", appliedKind: "default", reason: "dynamic_not_notified" },
    ]);
    expect(run.totals.surplusWh).toBe(0);
  });

  test("a meter that consumes and produces has a share in each role", async () => {
    const perimeter = { Batterie: ["consumer", "producer"], Mairie: ["consumer"] } as const;
    const operation = await createTestOperation(collectivity, { ...TWO_DAY_PERIOD, perimeter, key: "default" });
    await importTestCurves(operation, [
      { point: "Batterie", quantity: "injection", days: TWO_DAYS, energyWh: 60 },
      { point: "Batterie", quantity: "withdrawal", days: TWO_DAYS, energyWh: 10 },
      { point: "Mairie", days: TWO_DAYS, energyWh: 20 },
    ]);
    const run = await readSettledRun(operation, START);
    expect(run.consumers).toMatchObject([
      { name: "Batterie", withdrawalWh: 960, selfConsumedWh: 960 },
      { name: "Mairie", withdrawalWh: 1920, selfConsumedWh: 1920 },
    ]);
    expect(run.producers).toMatchObject([
      { name: "Batterie", injectionWh: 5760, selfProducedWh: 2880, surplusWh: 2880 },
    ]);
    expect(run.pairs).toHaveLength(2);
  });

  test("a curve of 15 minutes is added up to the operation's half-hours", async () => {
    const operation = await createTestOperation(collectivity, { ...TWO_DAY_PERIOD, key: HALF_AND_THIRTY });
    await importTestCurves(operation, [
      { point: "Toiture", days: TWO_DAYS, energyWh: 100 },
      { point: "Mairie", days: TWO_DAYS, stepMinutes: 15, energyWh: (step) => (step % 2 === 0 ? 40 : 0) },
      { point: "École", days: TWO_DAYS, stepMinutes: 15, energyWh: 50 },
    ]);
    const run = await readSettledRun(operation, START);
    expect(run.stepMinutes).toBe(30);
    expect(run.totals).toMatchObject({ withdrawalWh: 13_440, selfConsumedWh: 6720, surplusWh: 2880 });
  });
});

describe("the stored curves", () => {
  test("of points and days add up to the run's totals, and the pairs too", async () => {
    const perimeter = {
      Toiture: ["producer"],
      Ombrière: ["producer"],
      Mairie: ["consumer"],
      École: ["consumer"],
      Piscine: ["consumer"],
    } as const;
    const operation = await createTestOperation(collectivity, {
      ...TWO_DAY_PERIOD,
      perimeter,
      key: { Mairie: 333_333, École: 333_333, Piscine: 333_334 },
    });
    await importTestCurves(
      operation,
      Object.keys(perimeter).map((point, index) => ({
        point,
        days: TWO_DAYS,
        energyWh: (step) => ((step * 37 + index * 113) % 211) / 2,
      })),
    );
    const run = await readSettledRun(operation, START);
    const pointDays = await listRunPointDays(operation.id, run.id, {});
    expect(pointDays).toHaveLength(10);
    const sumOf = (role: string, curve: "energyWh" | "sharedWh") =>
      pointDays.filter((each) => each.role === role).reduce((sum, each) => sum + sumEnergy(each[curve]).knownWh, 0);
    expect(sumOf("consumer", "energyWh")).toBeCloseTo(run.totals.withdrawalWh, 6);
    expect(sumOf("producer", "energyWh")).toBeCloseTo(run.totals.productionWh, 6);
    expect(sumOf("consumer", "sharedWh")).toBeCloseTo(run.totals.selfConsumedWh, 6);
    expect(sumOf("producer", "sharedWh")).toBeCloseTo(run.totals.selfConsumedWh, 6);
    expect(run.totals.selfConsumedWh + run.totals.surplusWh).toBeCloseTo(run.totals.productionWh, 6);

    const days = await listRunDays(operation.id, run.id);
    expect(days.map(({ day }) => day)).toEqual([...TWO_DAYS]);
    expect(days.reduce((sum, day) => sum + sumEnergy(day.selfConsumedWh).knownWh, 0)).toBeCloseTo(
      run.totals.selfConsumedWh,
      6,
    );
    for (const consumer of run.consumers) {
      const received = run.pairs.filter(({ consumerPrm }) => consumerPrm === consumer.prm);
      expect(received).toHaveLength(2);
      expect(received.reduce((sum, { energyWh }) => sum + energyWh, 0)).toBeCloseTo(consumer.selfConsumedWh, 6);
    }
    for (const producer of run.producers) {
      const given = run.pairs.filter(({ producerPrm }) => producerPrm === producer.prm);
      expect(given.reduce((sum, { energyWh }) => sum + energyWh, 0)).toBeCloseTo(producer.selfProducedWh, 6);
    }
  });

  test.for([
    { month: "October", startDay: "2025-10-01", last: "2025-10-31", steps: 1490 },
    { month: "March", startDay: "2026-03-01", last: "2026-03-31", steps: 1486 },
  ])("of $month have $steps half-hours", async ({ startDay, last, steps }) => {
    const from = civilDate(startDay);
    const operation = await createTestOperation(collectivity, { startDay: from, key: HALF_AND_THIRTY });
    const days = [startDay, last] as const;
    await importTestCurves(operation, [
      { point: "Toiture", days, energyWh: 100 },
      { point: "Mairie", days, energyWh: (step) => 40 + step },
      { point: "École", days, energyWh: 100 },
    ]);
    const run = await readSettledRun(operation, from);
    expect(run.totals.productionWh).toBe(steps * 100);
    const series = await readRunSeries(operation.id, run.id, { prm: operation.point("Mairie").prm });
    expect(series?.axis.length).toBe(steps);
    expect([...(series?.consumers[0]?.withdrawalWh ?? [])]).toEqual(
      Array.from({ length: steps }, (_, step) => 40 + step),
    );
  });
});

describe("a perimeter or a key that changes within the period", () => {
  test("an entry: nothing before it counts, and the share it had by the key was surplus until then", async () => {
    const operation = await measuredOperation({ key: HALF_AND_THIRTY });
    await attachTestPoint(sql, operation, "École", [{ role: "consumer", from: SECOND_DAY }]);
    const run = await readSettledRun(operation, START);
    expect(run.consumers).toMatchObject([
      { name: "École", withdrawalWh: 4800, selfConsumedWh: 48 * 30 },
      { name: "Mairie", withdrawalWh: 3840, selfConsumedWh: 96 * 40 },
    ]);
    expect(run.totals.surplusWh).toBe(48 * 60 + 48 * 30);
    expect(run.rules).toHaveLength(2);
  });

  test("an exit: nothing counts from its day on, and the others keep their shares", async () => {
    const operation = await measuredOperation({ key: HALF_AND_THIRTY });
    await attachTestPoint(sql, operation, "Mairie", [{ role: "consumer", from: START, toExclusive: SECOND_DAY }]);
    const run = await readSettledRun(operation, START);
    expect(run.consumers).toMatchObject([
      { name: "École", selfConsumedWh: 96 * 30 },
      { name: "Mairie", withdrawalWh: 1920, selfConsumedWh: 48 * 40 },
    ]);
    expect(run.totals.surplusWh).toBe(48 * 30 + 48 * 70);
  });

  test("a meter that was out all the time is not in the run, and its measures are not waited for", async () => {
    const operation = await createTestOperation(collectivity, { ...TWO_DAY_PERIOD, key: HALF_AND_THIRTY });
    await attachTestPoint(sql, operation, "École", [{ role: "consumer", from: "2026-06-03" }]);
    await importTestCurves(operation, [
      { point: "Toiture", days: TWO_DAYS, energyWh: 100 },
      { point: "Mairie", days: TWO_DAYS, energyWh: 40 },
    ]);
    const run = await readSettledRun(operation, START);
    expect(run.consumers.map(({ name }) => name)).toEqual(["Mairie"]);
    expect(run.totals.surplusWh).toBe(96 * 60);
  });

  test("a producer that enters gives nothing before", async () => {
    const operation = await measuredOperation({ key: "default" });
    await attachTestPoint(sql, operation, "Toiture", [{ role: "producer", from: SECOND_DAY }]);
    const run = await readSettledRun(operation, START);
    expect(run.totals).toMatchObject({ productionWh: 4800, withdrawalWh: 13_440 });
    expect(run.totals.selfConsumedWh).toBeCloseTo(4800, 9);
  });

  test("another key: each stretch is shared by its own", async () => {
    const operation = await measuredOperation({ key: HALF_AND_THIRTY });
    const key = { kind: "default" as const, from: SECOND_DAY, ppmByConsumer: new Map<string, number>() };
    await insertCoefficientKey(operation.id, collectivity.users.officer.actor, key);
    const run = await readSettledRun(operation, START);
    expect(run.rules).toMatchObject([
      { from: "2026-06-01", toExclusive: "2026-06-02", reason: "static_values" },
      { from: "2026-06-02", toExclusive: "2026-06-03", reason: "default_chosen" },
    ]);
    expect(run.totals.selfConsumedWh).toBeCloseTo(48 * 70 + 48 * 100, 9);
    expect(sharedByName(run).Mairie).toBeCloseTo(48 * 40 + (4800 * 40) / 140, 9);
  });
});

describe("what cannot be settled", () => {
  test.for(["2026-06-02", "2026-05-01", "2026-07-01"])("%s starts no period", async (day) => {
    const operation = await createTestOperation(collectivity, TWO_DAY_PERIOD);
    await expect(settleTestPeriod(operation, civilDate(day))).rejects.toMatchObject({ code: "UNKNOWN_PERIOD" });
  });

  test.for(["Toiture", "Mairie"])("a period needs %s, its only one of its role", async (name) => {
    const operation = await createTestOperation(collectivity, {
      ...TWO_DAY_PERIOD,
      perimeter: { Toiture: ["producer"], Mairie: ["consumer"] },
    });
    await attachTestPoint(sql, operation, name, []);
    await expect(settleTestPeriod(operation, START)).rejects.toMatchObject({ code: "NO_PRODUCER_OR_CONSUMER" });
  });

  test("an anniversary on the 31st falls on the last day of shorter months", async () => {
    const operation = await createTestOperation(collectivity, {
      startDay: civilDate("2026-01-31"),
      monthlyAnniversaryDay: 31,
      key: HALF_AND_THIRTY,
    });
    const days = ["2026-01-31", "2026-03-30"] as const;
    await importTestCurves(operation, [
      { point: "Toiture", days, energyWh: 1 },
      { point: "Mairie", days, energyWh: 1 },
      { point: "École", days, energyWh: 1 },
    ]);
    const january = await readSettledRun(operation, civilDate("2026-01-31"));
    const february = await readSettledRun(operation, civilDate("2026-02-28"));
    expect([january.period, february.period]).toEqual([
      { from: "2026-01-31", toExclusive: "2026-02-28" },
      { from: "2026-02-28", toExclusive: "2026-03-31" },
    ]);
    expect(february.totals.productionWh).toBe(31 * 48 - 2);
  });
});
