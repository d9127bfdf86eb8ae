import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { moveAnniversaryAction } from "@/app/(espace)/operations/[operation]/reglages/calendrier/actions";
import { findOperation } from "@/lib/data/operations";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { listPeriods } from "@/lib/services/list-periods";
import { moveAnniversary } from "@/lib/services/operations/move-anniversary";
import { readAnniversary } from "@/lib/services/operations/read-anniversary";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { deliverTestCoefficients } from "../../support/deliver-test-coefficients";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun, settleTestPeriod } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const sql = connectTestSql();
const START = civilDate("2026-06-01");
const REASON = "Courriel d’Enedis du 3 juin 2026";

let own: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  own = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(own, { startDay: START, key: "default" });
});

const move = (from: string, dayOfMonth: number) =>
  moveAnniversary(operation.id, own.users.officer.actor, { from: civilDate(from), dayOfMonth, reason: REASON });

async function startsUntil(today: string): Promise<readonly CivilDate[]> {
  const sheet = await findOperation(operation.id);
  if (!sheet) throw new Error("the operation is gone");
  return (await listPeriods({ id: operation.id, sheet }, civilDate(today))).map(({ period }) => period.from);
}

const importDays = (from: string, to: string) =>
  importTestCurves(
    operation,
    ["Toiture", "Mairie", "École"].map((point) => ({ point, days: [from, to] as const, energyWh: 10 })),
  );

test("the periods follow each move that stands, and what was recorded stays", async () => {
  await move("2026-07-02", 15);
  expect(await startsUntil("2026-10-01")).toEqual(["2026-09-15", "2026-08-15", "2026-07-15", "2026-07-01", START]);
  await move("2026-07-02", 1);
  expect(await startsUntil("2026-09-01")).toEqual(["2026-08-01", "2026-07-01", START]);
  const { moves, anniversaries } = await readAnniversary(
    { ...operation, sheet: (await findOperation(operation.id)) ?? operation.sheet },
    START,
  );
  expect(moves.map(({ dayOfMonth, authorName, reason }) => [dayOfMonth, authorName, reason])).toEqual([
    [1, expect.any(String), REASON],
    [15, expect.any(String), REASON],
  ]);
  expect(anniversaries).toHaveLength(2);
  await expect(sql("UPDATE anniversary_move SET day_of_month = 3")).rejects.toThrow("append-only");
  await expect(sql("DELETE FROM anniversary_move")).rejects.toThrow("append-only");
});

test("a longer period is settled whole", async () => {
  await move("2026-06-16", 15);
  await importDays("2026-06-01", "2026-07-14");
  const run = await readSettledRun(operation, START);
  expect(run.period).toEqual({ from: START, toExclusive: "2026-07-15" });
  expect(run.totals.withdrawalWh).toBe(44 * 48 * 2 * 10);
  await expect(settleTestPeriod(operation, civilDate("2026-07-01"))).rejects.toMatchObject({ code: "UNKNOWN_PERIOD" });
});

test("a settled period keeps its bounds, and so does one whose key of the month is there", async () => {
  await importDays("2026-06-01", "2026-06-30");
  await readSettledRun(operation, START);
  await expect(move("2026-06-16", 15)).rejects.toMatchObject({
    code: "ANNIVERSARY_RECUTS",
    details: { from: START, toExclusive: "2026-07-01" },
  });
  const period = { from: civilDate("2026-07-01"), toExclusive: civilDate("2026-08-01") };
  await deliverTestCoefficients(operation, { period, sentDay: null, ppm: { Mairie: () => 1 } });
  await expect(move("2026-07-02", 15)).rejects.toMatchObject({ code: "ANNIVERSARY_RECUTS" });
  await expect(move("2026-08-02", 1)).rejects.toMatchObject({ code: "ANNIVERSARY_UNCHANGED" });
  await move("2026-08-02", 15);
  expect(await startsUntil("2026-09-01")).toEqual(["2026-08-15", "2026-08-01", "2026-07-01", START]);
});

test("the journal says which day, and nothing else", async () => {
  await move("2026-07-02", 15);
  const events = await sql(
    "SELECT action, actor_user_id, after FROM audit_event WHERE operation_id = $1 AND action = $2",
    [operation.id, "move.anniversary"],
  );
  expect(events).toEqual([
    {
      action: "move.anniversary",
      actor_user_id: own.users.officer.id,
      after: { from: "2026-07-02", monthlyAnniversaryDay: 15 },
    },
  ]);
});

describe("the form", () => {
  function send(fields: Readonly<Record<string, string>> = {}) {
    const form = new FormData();
    const typed = { dayOfMonth: "15", period: START, length: "shorter", reason: REASON, ...fields };
    for (const [name, value] of Object.entries({ operation: operation.sheet.slug, ...typed })) form.append(name, value);
    return moveAnniversaryAction({ status: "idle" }, form);
  }

  test("shows what becomes of the periods, and writes once that is agreed to", async () => {
    request.headers = new Headers({ cookie: await own.users.officer.cookie() });
    expect(await send()).toMatchObject({
      status: "warned",
      warnings: [expect.stringContaining("plus courte"), expect.stringContaining("le 15"), expect.any(String)],
    });
    expect(await startsUntil("2026-07-01")).toEqual([START]);
    expect(await send({ confirmed: "1" })).toMatchObject({ status: "done" });
    expect(await startsUntil("2026-07-01")).toEqual(["2026-06-15", START]);
  });

  test.for([
    [{ dayOfMonth: "32" }, "dayOfMonth"],
    [{ dayOfMonth: "1" }, "dayOfMonth"],
    [{ reason: " " }, "reason"],
  ] as const)("says beside the field what is wrong with %j", async ([fields, field]) => {
    request.headers = new Headers({ cookie: await own.users.officer.cookie() });
    expect(await send(fields)).toMatchObject({ status: "failed", fieldErrors: { [field]: [expect.any(String)] } });
  });
});

test("a machine tries a move, records it, and reads it back", async () => {
  const key = await own.users.officer.key("write");
  const path = `/api/v1/operations/${operation.accNumber}/anniversaries`;
  const json = { from: "2026-07-02", dayOfMonth: 15, reason: REASON };
  const tried = await callApi(`${path}?dryRun=true`, { key, json });
  expect(tried.status).toBe(200);
  expect(await tried.json()).toMatchObject({
    before: [{ from: "2026-07-01", toExclusive: "2026-08-01" }, {}, {}],
    after: [{ from: "2026-07-01", toExclusive: "2026-07-15" }, {}, {}],
  });
  expect((await callApi(path, { key, json })).status).toBe(201);
  expect(await (await callApi(path, { key })).json()).toMatchObject({
    anniversaries: [{ dayOfMonth: 1 }, { from: "2026-07-02", dayOfMonth: 15 }],
    moves: [{ dayOfMonth: 15, reason: REASON }],
  });
  expect((await callApi(path, { key, json: { ...json, dayOfMonth: 32 } })).status).toBe(400);
});
