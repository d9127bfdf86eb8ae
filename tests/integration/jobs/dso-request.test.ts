import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { stopQueue } from "@/lib/data/queue";
import { civilDate } from "@/lib/domain/time/civil-date";
import { describeDsoFailure } from "@/lib/format/describe-dso-failure";
import { openDsoApi } from "@/lib/gateways/dso-api/open-dso-api";
import { confirmImport } from "@/lib/services/measures/answer-import";
import { listDsoFailures } from "@/lib/services/measures/list-dso-failures";
import { readImport } from "@/lib/services/measures/read-import";
import { readKeptFile } from "@/lib/services/measures/read-kept-file";
import { requestDsoEnergies } from "@/lib/services/measures/request-dso-energies";
import { runDsoRequest } from "@/lib/services/measures/run-dso-request";
import { undoImport } from "@/lib/services/measures/undo-import";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { type StandInAnswer, type StandInCall, startDsoStandIn } from "../../support/dso-stand-in";
import { goodAnswer, readStandInCall, STAND_IN_SETTINGS } from "../../support/dso-test-api";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const MARCH = { periodFrom: civilDate("2026-03-01"), day: civilDate("2026-05-02") };

let collectivity: TestCollectivity;
let operation: TestOperation;
/** What is answered about a metering point, by its name, instead of its energies. */
let instead: Readonly<Record<string, (times: number) => StandInAnswer | null>> = {};
const askedPrms: string[] = [];

function answer(call: StandInCall): StandInAnswer {
  const asked = readStandInCall(call);
  if (!asked) return goodAnswer(call);
  askedPrms.push(asked.prm);
  const name = nameOf(asked.prm);
  return instead[name]?.(askedPrms.filter((prm) => prm === asked.prm).length) ?? goodAnswer(call);
}

const nameOf = (prm: string) => operation.points.find((point) => point.prm === prm)?.name ?? "?";

const standIn = startDsoStandIn(answer);
const api = () => openDsoApi({ ...STAND_IN_SETTINGS, baseUrl: standIn.baseUrl() });

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  instead = {};
  askedPrms.length = 0;
  operation = await createTestOperation(collectivity, { startDay: civilDate("2026-03-01") });
});

afterAll(stopQueue);

const actor = () => collectivity.users.officer.actor;
const request = (asking = MARCH) => requestDsoEnergies(operation, actor(), asking, api());
const run = (importId: string, tries = 0) => runDsoRequest(operation.id, importId, api(), tries);

async function failuresOf(importId: string) {
  const asked = await listDsoFailures(operation.id, importId);
  return asked?.failures.map(({ name, code, status }) => [name, code, status]);
}

const listFigures = () =>
  sql<{ name: string; quantity: string }>(
    `SELECT p.name, e.quantity::text FROM published_energy e JOIN metering_point p ON p.id = e.metering_point_id
      WHERE e.operation_id = $1 AND e.superseded_at IS NULL AND e.period_from = '2026-03-01' AND e.period_to = '2026-04-01'
        AND e.energy_wh = 1234500 ORDER BY p.name`,
    [operation.id],
  );

const EVERYONE = [
  { name: "Mairie", quantity: "withdrawal" },
  { name: "Toiture", quantity: "injection" },
  { name: "École", quantity: "withdrawal" },
];

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "fr");

test("a period is asked for PRM by PRM, shown, confirmed, and can be undone", async () => {
  const importId = await request();
  expect(await readImport(operation.id, importId)).toMatchObject({
    status: "queued",
    filesTotal: 3,
    requestedPeriod: { from: "2026-03-01", toExclusive: "2026-04-01" },
  });
  expect(await run(importId)).toEqual({ kind: "over" });
  const shown = await readImport(operation.id, importId);
  expect(shown).toMatchObject({ status: "waiting", report: { totals: { errorCount: 0, newFigureCount: 3 } } });
  expect(shown?.fileNames).toEqual(
    ["cons", "cons", "prod"].map((subject, index) => {
      const { prm } = operation.point(["École", "Mairie", "Toiture"][index] as string);
      return `definitive_active_energy_${subject}_${prm}_01032026_31032026.json`;
    }),
  );
  expect(await listFigures()).toEqual([]);
  expect(await confirmImport(operation.id, actor(), importId)).toBe(true);
  expect((await listFigures()).toSorted(byName)).toEqual(EVERYONE.toSorted(byName));
  expect(await readImport(operation.id, importId)).toMatchObject({ status: "done", requestedPeriod: MARCH_PERIOD });

  const events = await sql<{ action: string; told: string }>(
    "SELECT action, coalesce(after::text, '') AS told FROM audit_event WHERE object_id = $1 ORDER BY at",
    [importId],
  );
  expect(events.map(({ action }) => action)).toEqual([
    "request.measures",
    "hold.measures",
    "confirm.measures",
    "import.measures",
  ]);
  for (const { prm } of operation.points) expect(JSON.stringify(events)).not.toContain(prm);

  await undoImport(operation.id, actor(), importId);
  expect(await listFigures()).toEqual([]);
});

const MARCH_PERIOD = { from: "2026-03-01", toExclusive: "2026-04-01" };

test("asked for again while it runs it is the same request, and afterwards it changes nothing", async () => {
  const importId = await request();
  expect(await request()).toBe(importId);
  await run(importId);
  await confirmImport(operation.id, actor(), importId);
  expect(await run(importId)).toEqual({ kind: "over" });
  expect(askedPrms).toHaveLength(3);
  const again = await request();
  expect(again).not.toBe(importId);
  await run(again);
  expect(await readImport(operation.id, again)).toMatchObject({
    status: "waiting",
    report: { totals: { figureCount: 3, newFigureCount: 0, correctedFigureCount: 0 } },
  });
});

test("a quota is waited for, and nobody is asked twice", async () => {
  instead = { Mairie: (times) => (times === 1 ? { status: 429, body: {}, headers: { "retry-after": "7" } } : null) };
  const importId = await request();
  expect(await run(importId)).toEqual({ kind: "wait", seconds: 7, tries: 1 });
  expect(await readImport(operation.id, importId)).toMatchObject({ status: "running", filesDone: 1, filesTotal: 3 });
  expect(await run(importId, 1)).toEqual({ kind: "over" });
  expect(askedPrms.map(nameOf)).toEqual(["École", "Mairie", "Mairie", "Toiture"]);
  expect(await failuresOf(importId)).toEqual([]);
  expect(await readImport(operation.id, importId)).toMatchObject({ status: "waiting" });
});

test("a quota that never ends keeps what came before it", async () => {
  instead = { Mairie: () => ({ status: 429, body: {} }) };
  const importId = await request();
  expect(await run(importId, 14)).toMatchObject({ kind: "wait" }); // École has answered: patience begins anew
  expect(await run(importId, 14)).toEqual({ kind: "over" });
  expect(await failuresOf(importId)).toEqual([
    ["Mairie", "DSO_API_QUOTA", 429],
    ["Toiture", "DSO_API_QUOTA", 429],
  ]);
  expect(await readImport(operation.id, importId)).toMatchObject({
    status: "waiting",
    report: { totals: { newFigureCount: 1 } },
  });
});

test("an account without the subscription stops the request at the first call, and says what to do", async () => {
  instead = { École: () => ({ status: 403, body: { code: "900908", message: "Resource forbidden" } }) };
  const importId = await request();
  expect(await run(importId)).toEqual({ kind: "over" });
  expect(askedPrms).toHaveLength(1);
  expect(await readImport(operation.id, importId)).toMatchObject({ status: "failed", fileNames: [], report: null });
  expect(await failuresOf(importId)).toEqual(
    ["École", "Mairie", "Toiture"].map((name) => [name, "DSO_API_NOT_SUBSCRIBED", 403]),
  );
  expect(describeDsoFailure("DSO_API_NOT_SUBSCRIBED", 403)).toContain("n’est pas abonné");
  expect(
    await sql("SELECT via FROM audit_event WHERE object_id = $1 AND action = 'fail.measures'", [importId]),
  ).toEqual([{ via: "job" }]);
});

test.for<readonly [string, string, number | null, () => StandInAnswer]>([
  ["is unknown to the operator", "DSO_API_UNEXPECTED", 404, () => ({ status: 404, body: {} })],
  ["makes its server fail", "DSO_API_UNEXPECTED", 500, () => ({ status: 500, body: "panne" })],
  ["is not open to the account", "DSO_API_CREDENTIALS", 403, () => ({ status: 403, body: {} })],
  ["is answered with a page", "DSO_API_UNREADABLE", null, () => ({ status: 200, body: "<html>Maintenance</html>" })],
  ["is answered with another shape", "DSO_API_UNREADABLE", null, () => ({ status: 200, body: { mesures: [] } })],
  ["is answered about another one", "DSO_API_UNREADABLE", null, () => aboutAnother()],
])("a metering point that %s is named, and the others are kept", async ([, code, status, given]) => {
  instead = { Mairie: given };
  const importId = await request();
  expect(await run(importId)).toEqual({ kind: "over" });
  expect(await failuresOf(importId)).toEqual([["Mairie", code, status]]);
  const shown = await readImport(operation.id, importId);
  expect(shown).toMatchObject({ status: "waiting", report: { totals: { errorCount: 0, newFigureCount: 2 } } });
  // An answer that says nothing is kept all the same, to be shown to who gave it.
  expect(shown?.fileNames).toHaveLength(code === "DSO_API_UNREADABLE" ? 3 : 2);
  for (const [rank, name] of (shown?.fileNames ?? []).entries()) {
    expect(await readKeptFile(operation.id, importId, rank)).toMatchObject({ name });
  }
  expect(await confirmImport(operation.id, actor(), importId)).toBe(true);
  expect((await listFigures()).map(({ name }) => name).sort()).toEqual(["Toiture", "École"]);
  expect(await failuresOf(importId)).toHaveLength(1);
});

const aboutAnother = () => ({ status: 200, body: { cons_id: "01111111111111", unit: "kWh", quantities: [] } });

test("what an answer does not say of itself, the question does", async () => {
  const quantities = [{ type: "cons", quantities: [{ name: "HPH", value: "1234,5" }] }];
  instead = { Mairie: () => ({ status: 200, body: { unit: "kWh", quantities } }) };
  const importId = await request();
  await run(importId);
  expect(await confirmImport(operation.id, actor(), importId)).toBe(true);
  expect((await listFigures()).map(({ name }) => name)).toContain("Mairie");
});

describe("nothing is asked", () => {
  test.for([
    ["of a period that is not over", { ...MARCH, day: civilDate("2026-03-31") }, "PERIOD_NOT_OVER"],
    ["of days that are no period", { ...MARCH, periodFrom: civilDate("2026-03-02") }, "UNKNOWN_PERIOD"],
    ["of days before the operation", { ...MARCH, periodFrom: civilDate("2025-03-01") }, "UNKNOWN_PERIOD"],
  ] as const)("%s", async ([, asking, code]) => {
    await expect(request(asking)).rejects.toMatchObject({ code });
  });

  test("without the settings, without a number, without anybody to ask about", async () => {
    const ask = (target: Parameters<typeof requestDsoEnergies>[0], dsoApi: ReturnType<typeof api> | null) =>
      requestDsoEnergies(target, actor(), MARCH, dsoApi);
    await expect(ask(operation, null)).rejects.toMatchObject({ code: "DSO_API_NOT_CONFIGURED" });
    const unnumbered = { ...operation, sheet: { ...operation.sheet, accNumber: null } };
    await expect(ask(unnumbered, api())).rejects.toMatchObject({ code: "NO_ACC_NUMBER" });
    const energyPaths = { consumer: null, producer: null };
    const nobody = openDsoApi({ ...STAND_IN_SETTINGS, energyPaths, baseUrl: standIn.baseUrl() });
    await expect(ask(operation, nobody)).rejects.toMatchObject({ code: "NOBODY_TO_ASK" });
  });

  test("of producers where there is no path for them", async () => {
    const energyPaths = { ...STAND_IN_SETTINGS.energyPaths, producer: null };
    const consumersOnly = openDsoApi({ ...STAND_IN_SETTINGS, energyPaths, baseUrl: standIn.baseUrl() });
    const importId = await requestDsoEnergies(operation, actor(), MARCH, consumersOnly);
    await runDsoRequest(operation.id, importId, consumersOnly);
    expect(askedPrms.map(nameOf)).toEqual(["École", "Mairie"]);
  });
});
