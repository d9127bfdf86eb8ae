import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { listPeriods } from "@/lib/services/list-periods";
import { findRun } from "@/lib/services/runs/find-run";
import { listRuns } from "@/lib/services/runs/list-runs";
import { readRunSeries } from "@/lib/services/runs/read-run-series";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { importSteadyCurves } from "../../support/measured-operation";
import { readSettledRun, settleTestPeriod } from "../../support/settle-test-period";
import { attachTestPoint } from "../../support/test-attachment";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

/** Periods of fourteen days, then of a month from the 15th on. */
const START = civilDate("2026-06-01");
const FORTNIGHT = ["2026-06-01", "2026-06-14"] as const;
const TODAY = civilDate("2026-07-20");

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, {
    startDay: START,
    monthlyAnniversaryDay: 15,
    key: { Mairie: 500_000, École: 300_000 },
  });
});

const importFortnight = () => importSteadyCurves(operation, FORTNIGHT);

const setKey = (from: string, ppm: Readonly<Record<string, number>>) =>
  insertCoefficientKey(operation.id, collectivity.users.officer.actor, {
    kind: "static",
    from: civilDate(from),
    ppmByConsumer: new Map(Object.entries(ppm).map(([name, value]) => [operation.point(name).id, value])),
  });

async function stateOf(from: CivilDate): Promise<string | undefined> {
  const periods = await listPeriods(operation, TODAY);
  return periods.find(({ period }) => period.from === from)?.state;
}

describe("where the periods stand", () => {
  test("is told latest first: running, waiting, ready, settled", async () => {
    await importFortnight();
    const statesOf = async () =>
      (await listPeriods(operation, TODAY)).map(({ period, state }) => `${period.from} ${state}`);
    expect(await statesOf()).toEqual(["2026-07-15 running", "2026-06-15 waiting", "2026-06-01 ready"]);
    await readSettledRun(operation, START);
    expect(await statesOf()).toEqual(["2026-07-15 running", "2026-06-15 waiting", "2026-06-01 settled"]);
  });

  test("names what a waiting one waits for", async () => {
    await importFortnight();
    const month = ["2026-06-15", "2026-07-14"] as const;
    await importTestCurves(operation, [
      { point: "Toiture", days: month, energyWh: 1 },
      { point: "École", days: ["2026-06-15", "2026-07-12"], energyWh: 1 },
      { point: "Mairie", days: month, energyWh: (step) => (step < 10 ? Number.NaN : 1) }, // correctable: J−7 is there
    ]);
    const [, waiting] = await listPeriods(operation, TODAY);
    expect(waiting?.state).toBe("ready"); // so are the last two days of the school
    await importTestCurves(operation, [
      { point: "École", days: ["2026-07-06", "2026-07-06"], energyWh: () => Number.NaN },
    ]);
    const [, again] = await listPeriods(operation, TODAY);
    expect(again?.state).toBe("waiting");
    const { prm } = operation.point("École");
    expect(again?.missing).toEqual([{ prm, name: "École", role: "consumer", days: ["2026-07-13"] }]);
  });

  test("does not wait for a meter on the days it is out", async () => {
    await importTestCurves(operation, [
      { point: "Toiture", days: FORTNIGHT, energyWh: 1 },
      { point: "Mairie", days: FORTNIGHT, energyWh: 1 },
      { point: "École", days: ["2026-06-01", "2026-06-05"], energyWh: 1 },
    ]);
    expect(await stateOf(START)).toBe("waiting");
    await attachTestPoint(sql, operation, "École", [
      { role: "consumer", from: "2026-06-01", toExclusive: "2026-06-06" },
    ]);
    expect(await stateOf(START)).toBe("ready");
  });
});

describe("a period settled again", () => {
  test("from the same inputs is unchanged: no new version", async () => {
    await importFortnight();
    const first = await settleTestPeriod(operation, START);
    expect(first).toMatchObject({ status: "settled", version: 1 });
    expect(await settleTestPeriod(operation, START)).toEqual({ ...first, status: "unchanged" });
    expect(await listRuns(operation.id)).toHaveLength(1);
  });

  test("by two people at once makes one version", async () => {
    await importFortnight();
    const both = await Promise.all([settleTestPeriod(operation, START), settleTestPeriod(operation, START)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["settled", "unchanged"]);
    expect(await listRuns(operation.id)).toHaveLength(1);
  });

  test("after a correction is to be recomputed, then has a new version beside the old one", async () => {
    await importFortnight();
    const first = await readSettledRun(operation, START);
    await importTestCurves(operation, [{ point: "Mairie", days: ["2026-06-10", "2026-06-10"], energyWh: 10 }]);
    expect(await stateOf(START)).toBe("to_recompute");
    const second = await readSettledRun(operation, START);
    expect(second.version).toBe(2);
    expect(second.totals.selfConsumedWh).toBe(first.totals.selfConsumedWh - 48 * 30);
    expect(await stateOf(START)).toBe("settled");

    expect(await findRun(operation.id, first.id)).toEqual(first);
    const old = await readRunSeries(operation.id, first.id, { day: civilDate("2026-06-10") });
    expect(sumEnergy(old?.consumers[1]?.withdrawalWh ?? new Float64Array()).totalWh).toBe(48 * 40);
    expect((await listRuns(operation.id)).map(({ version }) => version)).toEqual([2, 1]);
  });

  test("after data that changed nothing in it says by a new version that it was looked at again", async () => {
    await importFortnight();
    const first = await readSettledRun(operation, START);
    await setKey("2026-06-10", { Mairie: 1, École: 1 });
    await setKey("2026-06-01", { Mairie: 500_000, École: 300_000 });
    expect(await stateOf(START)).toBe("to_recompute");
    const second = await readSettledRun(operation, START);
    expect(second).toMatchObject({ version: 2, totals: first.totals });
    expect(await stateOf(START)).toBe("settled");
  });
});

describe("what comes after a settled period leaves it settled and unchanged", () => {
  test.for([
    { what: "the measures of the next one", change: () => importNextMonth() },
    { what: "a key of the next one", change: () => setKey("2026-06-15", { Mairie: 1 }) },
    {
      what: "an exit at its end",
      change: () =>
        attachTestPoint(sql, operation, "École", [{ role: "consumer", from: START, toExclusive: "2026-06-15" }]),
    },
    {
      what: "the DSO's own figures of it",
      change: () =>
        importTestCurves(operation, [{ point: "Mairie", quantity: "self_consumed", days: FORTNIGHT, energyWh: 7 }]),
    },
  ])("$what", async ({ change }) => {
    await importFortnight();
    const first = await readSettledRun(operation, START);
    await change();
    expect(await stateOf(START)).toBe("settled");
    expect(await settleTestPeriod(operation, START)).toEqual({ status: "unchanged", runId: first.id, version: 1 });
  });

  const importNextMonth = () =>
    importTestCurves(operation, [{ point: "Mairie", days: ["2026-06-15", "2026-07-14"], energyWh: 3 }]);

  test("even when it had gaps corrected from within", async () => {
    await importFortnight();
    await importTestCurves(operation, [
      { point: "Mairie", days: ["2026-06-12", "2026-06-12"], energyWh: (step) => (step === 9 ? Number.NaN : 40) },
    ]);
    expect(await readSettledRun(operation, START)).toMatchObject({ correctedSteps: 1 });
    await importNextMonth();
    expect(await stateOf(START)).toBe("settled");
  });

  test("but a gap at its very end is corrected anew once the day after is there", async () => {
    await importFortnight();
    await importTestCurves(operation, [
      { point: "Mairie", days: ["2026-06-14", "2026-06-14"], energyWh: (step) => (step === 47 ? Number.NaN : 40) },
    ]);
    const first = await readSettledRun(operation, START);
    await importTestCurves(operation, [{ point: "Mairie", days: ["2026-06-15", "2026-06-15"], energyWh: 60 }]);
    expect(await stateOf(START)).toBe("to_recompute");
    const second = await readSettledRun(operation, START);
    expect(second.totals.withdrawalWh).toBe(first.totals.withdrawalWh + 10); // (40 + 60) / 2 instead of 40
  });
});

describe("the fingerprint of the inputs", () => {
  const fingerprintAfter = async (change: () => Promise<unknown>) => {
    await importFortnight();
    const first = await readSettledRun(operation, START);
    await change();
    const second = await readSettledRun(operation, START);
    return [first.inputFingerprint, second.inputFingerprint] as const;
  };

  test.for([
    {
      what: "a measure",
      change: () =>
        importTestCurves(operation, [{ point: "Mairie", days: ["2026-06-03", "2026-06-03"], energyWh: 41 }]),
    },
    {
      what: "a correction that keeps the value",
      change: () =>
        importTestCurves(operation, [
          { point: "Mairie", days: ["2026-06-03", "2026-06-03"], energyWh: (step) => (step === 9 ? Number.NaN : 40) },
        ]),
    },
    { what: "a share", change: () => setKey("2026-06-01", { Mairie: 500_000, École: 300_001 }) },
    { what: "the day a key starts", change: () => setKey("2026-06-08", { Mairie: 500_000, École: 300_000 }) },
    {
      what: "an entry",
      change: () => attachTestPoint(sql, operation, "École", [{ role: "consumer", from: "2026-06-02" }]),
    },
    {
      what: "an exit",
      change: () =>
        attachTestPoint(sql, operation, "École", [{ role: "consumer", from: START, toExclusive: "2026-06-14" }]),
    },
  ])("changes with $what", async ({ change }) => {
    const [before, after] = await fingerprintAfter(change);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(after).not.toBe(before);
  });

  test("does not change with a name", async () => {
    const [before, after] = await fingerprintAfter(() =>
      sql("UPDATE metering_point SET name = 'Zoo' WHERE operation_id = $1 AND name = 'École'", [operation.id]),
    );
    expect(after).toBe(before);
  });
});

test("measures that come while a period is settled are in its run, or ask for another", async () => {
  await importFortnight();
  for (let energyWh = 1; energyWh <= 12; energyWh += 1) {
    const days = ["2026-06-10", "2026-06-10"] as const;
    await Promise.all([
      importTestCurves(operation, [{ point: "Mairie", days, energyWh }]),
      new Promise((resolve) => setTimeout(resolve, energyWh * 3)).then(() => settleTestPeriod(operation, START)),
    ]);
    const [run] = await listRuns(operation.id);
    const hasIt = run?.totals.withdrawalWh === 13 * 48 * 40 + 48 * energyWh + 14 * 48 * 100;
    expect([hasIt, await stateOf(START)]).toEqual([hasIt, hasIt ? expect.any(String) : "to_recompute"]);
  }
});

describe("a stored run", () => {
  test.for([
    "settlement_run",
    "settlement_run_point",
    "settlement_run_pair",
    "settlement_run_day",
    "settlement_run_point_day",
  ])("can neither be changed nor deleted in %s, by whoever has the database", async (table) => {
    await importFortnight();
    await readSettledRun(operation, START);
    const change = sql(`UPDATE ${table} SET operation_id = operation_id WHERE operation_id = $1`, [operation.id]);
    await expect(change).rejects.toThrow(`${table} is append-only`);
    const removal = sql(`DELETE FROM ${table} WHERE operation_id = $1`, [operation.id]);
    await expect(removal).rejects.toThrow(`${table} is append-only`);
  });

  test("has its audit event", async () => {
    await importFortnight();
    const { id } = await readSettledRun(operation, START);
    expect(await sql("SELECT action, actor_user_id, after FROM audit_event WHERE object_id = $1", [id])).toEqual([
      {
        action: "settle.period",
        actor_user_id: collectivity.users.officer.id,
        after: { from: "2026-06-01", toExclusive: "2026-06-15", version: 1 },
      },
    ]);
  });
});
