import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listPeriodClosings } from "@/lib/data/period-closings";
import { civilDate } from "@/lib/domain/time/civil-date";
import { listPeriods } from "@/lib/services/list-periods";
import { closePeriod } from "@/lib/services/periods/close-period";
import { readPeriodSheet } from "@/lib/services/periods/read-period-sheet";
import { reopenPeriod } from "@/lib/services/periods/reopen-period";
import { listRuns } from "@/lib/services/runs/list-runs";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun, settleTestPeriod } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const START = civilDate("2026-06-01");
const TODAY = civilDate("2026-06-20");
const DAYS = ["2026-06-01", "2026-06-02"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: START, monthlyAnniversaryDay: 3, key: "default" });
  await importTestCurves(
    operation,
    ["Toiture", "Mairie", "École"].map((point) => ({ point, days: DAYS, energyWh: 10 })),
  );
});

const officer = () => collectivity.users.officer.actor;
const admin = () => collectivity.users.admin.actor;
const close = () => closePeriod(operation.id, officer(), START);
const correct = () =>
  importTestCurves(operation, [{ point: "Mairie", days: ["2026-06-02", "2026-06-02"], energyWh: 9 }]);
const status = async () => (await listPeriods(operation, TODAY)).at(-1);

test("only what is settled and up to date is closed, once", async () => {
  await expect(close()).rejects.toMatchObject({ code: "PERIOD_NOT_SETTLED" });
  await readSettledRun(operation, START);
  await correct();
  await expect(close()).rejects.toMatchObject({ code: "PERIOD_TO_RECOMPUTE" });
  const { id: runId } = await readSettledRun(operation, START);
  await close();
  await expect(close()).rejects.toMatchObject({ code: "PERIOD_CLOSED" });
  expect(await status()).toMatchObject({ state: "closed", isStale: false, closing: { runId, version: 2 } });
});

test("what comes afterwards is kept, told, and changes nothing until it is reopened with a reason", async () => {
  await readSettledRun(operation, START);
  await close();
  await correct();
  expect(await status()).toMatchObject({ state: "closed", isStale: true });
  await expect(settleTestPeriod(operation, START)).rejects.toMatchObject({ code: "PERIOD_CLOSED" });
  expect(await listRuns(operation.id)).toHaveLength(1);
  const sheet = await readPeriodSheet(operation, START, TODAY);
  expect(sheet?.changes.map(({ kind }) => kind)).toEqual(["import"]);

  await reopenPeriod(operation.id, admin(), START, "Mesures corrigées par Enedis");
  await expect(reopenPeriod(operation.id, admin(), START, "Encore")).rejects.toMatchObject({
    code: "PERIOD_NOT_CLOSED",
  });
  expect(await status()).toMatchObject({ state: "to_recompute", closing: null });
  await readSettledRun(operation, START);
  await close();
  expect(await listPeriodClosings(operation.id, START)).toMatchObject([
    { version: 2, reopenedAt: null },
    { version: 1, reopenReason: "Mesures corrigées par Enedis", reopenedByName: expect.any(String) },
  ]);
});

test("the journal says who closed and reopened, by id", async () => {
  await readSettledRun(operation, START);
  await close();
  await reopenPeriod(operation.id, admin(), START, "Erreur de Mme Untel");
  const events = await sql(
    "SELECT action, actor_user_id, before, after FROM audit_event WHERE operation_id = $1 AND object_type = 'period_closing' ORDER BY at",
    [operation.id],
  );
  const after = { from: START, toExclusive: "2026-06-03", version: 1 };
  expect(events).toEqual([
    { action: "close.period", actor_user_id: collectivity.users.officer.id, before: null, after },
    { action: "reopen.period", actor_user_id: collectivity.users.admin.id, before: null, after },
  ]);
});

describe("whoever has the database", () => {
  const copyRun = () =>
    sql(
      `INSERT INTO settlement_run
       SELECT operation_id, gen_random_uuid(), period_from, period_to, 9, step_minutes, engine_version,
              input_fingerprint, rules, corrected_steps, production_wh, withdrawal_wh, self_consumed_wh, surplus_wh
         FROM settlement_run WHERE operation_id = $1`,
      [operation.id],
    );
  const setClosing = (change: string) =>
    sql(`UPDATE period_closing SET ${change} WHERE operation_id = $1`, [operation.id]);

  beforeEach(async () => {
    await readSettledRun(operation, START);
    await close();
  });

  test("adds no run to a closed period", async () => {
    await expect(copyRun()).rejects.toThrow("the period is closed");
  });

  test("neither changes nor removes a closing, nor reopens twice or without a reason", async () => {
    await expect(setClosing("closed_at = now()")).rejects.toThrow("only changes by being reopened");
    await expect(setClosing("reopened_at = now()")).rejects.toThrow("period_closing_reopened_with_reason");
    await setClosing("reopened_at = now(), reopen_reason = 'x'");
    await expect(setClosing("reopen_reason = 'y'")).rejects.toThrow("only changes by being reopened");
    await expect(sql("DELETE FROM period_closing WHERE operation_id = $1", [operation.id])).rejects.toThrow(
      "append-only",
    );
  });

  test("closes no run but the latest", async () => {
    await setClosing("reopened_at = now(), reopen_reason = 'x'");
    await correct();
    await readSettledRun(operation, START);
    const again = sql(
      `INSERT INTO period_closing (operation_id, id, period_from, period_to, run_id)
       SELECT operation_id, gen_random_uuid(), period_from, period_to, run_id FROM period_closing WHERE operation_id = $1`,
      [operation.id],
    );
    await expect(again).rejects.toThrow("only the latest run");
  });
});

test("a machine closes with the rights of its user, and reopens with an administrator's", async () => {
  await readSettledRun(operation, START);
  const [own, above] = await Promise.all([
    collectivity.users.officer.key("write"),
    collectivity.users.admin.key("write"),
  ]);
  const path = `/api/v1/operations/${operation.accNumber}/periods/${START}`;
  const closed = await callApi(`${path}/closing`, { key: own, json: {} });
  expect(closed.status).toBe(201);
  expect(await closed.json()).toMatchObject({
    period: { state: "closed", isStale: false },
    closings: [{ version: 1 }],
  });
  const json = { reason: "Essai" };
  await expectRefusal(await callApi(`${path}/reopening`, { key: own, json }), 403, "FORBIDDEN");
  expect((await callApi(`${path}/reopening`, { key: above, json: { reason: " " } })).status).toBe(400);
  expect(await (await callApi(`${path}/reopening`, { key: above, json })).json()).toMatchObject({
    period: { state: "settled" },
    closings: [{ reopenReason: "Essai" }],
  });
  expect(await (await callApi(path, { key: own })).json()).toMatchObject({ period: { state: "settled" }, changes: [] });
  await expectRefusal(await callApi(`${path.slice(0, -2)}31`, { key: own }), 404, "NOT_FOUND");
});
