import { beforeAll, beforeEach, expect, test } from "vitest";
import { operatorScope } from "@/lib/cli/operator-scope";
import { findMeteringPoint } from "@/lib/data/metering-points";
import { findOperation } from "@/lib/data/operations";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { recordedTenantChangeSchema, tenantChangeListSchema } from "@/lib/schemas/api/tenant-changes";
import { applyDueReturns } from "@/lib/services/hlm/apply-due-returns";
import { collectTenantDeadlines } from "@/lib/services/hlm/collect-tenant-deadlines";
import { moveTenantChange } from "@/lib/services/hlm/move-tenant-change";
import { openTenantChange } from "@/lib/services/hlm/open-tenant-change";
import { readTenantChanges } from "@/lib/services/hlm/read-tenant-changes";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { addTestPoint, planTestEntry, testStays } from "../../support/registry-by-hand";
import { RESIDENT } from "../../support/registry-details";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const ALL = { before: null, limit: 100 };
const END = civilDate("2026-05-31");
const NOTICE = civilDate("2026-06-03");
const SERVICE = civilDate("2026-06-10");
/** Fourteen days later. */
const RETURN = civilDate("2026-06-24");

let collectivity: TestCollectivity;
let operation: TestOperation;
let tenantId: string;
let prm: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  const created = await createTestOperation(collectivity, { key: { Mairie: 400_000, École: 600_000 } });
  await sql("UPDATE operation SET perimeter_management = 'hlm' WHERE id = $1", [created.id]);
  const sheet = await findOperation(created.id);
  operation = { ...created, sheet: sheet ?? created.sheet };
  prm = operation.point("École").prm;
  tenantId = await addParticipant(operation, actor(), { ...RESIDENT, name: "Nouvelle locataire", isTenant: true });
});

const actor = () => collectivity.users.officer.actor;
const authorize = ({ operationId }: { operationId: string }) => operatorScope.authorizeOperation(operationId);
const departure = (isConfirmed: boolean) =>
  openTenantChange(operation, actor(), { prm, endDay: END, noticeDay: NOTICE, isConfirmed }, NOTICE);
async function leave(): Promise<string> {
  const result = await departure(true);
  if (result.status !== "done") throw new Error("the departure is not recorded");
  return result.id;
}
const serve = (id: string, today: CivilDate = SERVICE) => {
  const step = { move: "service" as const, day: SERVICE, noticeDay: SERVICE, participantId: tenantId };
  return moveTenantChange(operation, actor(), id, step, today);
};
const applyOn = (day: string) => applyDueReturns(operatorScope.actor, authorize, civilDate(day));
const state = async () => (await readTenantChanges(operation, ALL)).rows[0]?.state;
const holder = async () => (await findMeteringPoint(operation.id, prm))?.participant.id;

test("a tenant leaves, the next one moves in, and the point is back on the fourteenth day, held by her", async () => {
  const id = await leave();
  expect(await testStays(operation, prm)).toEqual([["consumer", "2026-03-01", END]]);
  expect(await state()).toBe("vacant");
  await serve(id);
  expect(await state()).toBe("waiting");
  await applyOn("2026-06-23");
  expect(await testStays(operation, prm)).toEqual([["consumer", "2026-03-01", END]]);
  await applyOn(RETURN);
  await applyOn("2026-06-25"); // once
  expect(await state()).toBe("returned");
  expect(await testStays(operation, prm)).toEqual([
    ["consumer", "2026-03-01", END],
    ["consumer", RETURN, null],
  ]);
  expect(await holder()).toBe(tenantId);
  // The key was never changed: its last coefficient applies again.
  const [key] = await sql("SELECT count(*)::int AS count FROM coefficient_key WHERE operation_id = $1", [operation.id]);
  expect(key).toEqual({ count: 1 });
  const events = await sql("SELECT after->>'move' AS move FROM audit_event WHERE object_id = $1 ORDER BY at, id", [id]);
  expect(events.map(({ move }) => move)).toEqual(["open", "service", "return"]);
});

test("told late, the point is back at once, on its own day", async () => {
  const id = await leave();
  await serve(id, civilDate("2026-07-15"));
  expect(await state()).toBe("returned");
  expect(await testStays(operation, prm)).toContainEqual(["consumer", RETURN, null]);
});

test("a refusal in time keeps it out; a later one is an ordinary exit", async () => {
  const id = await leave();
  await serve(id);
  const refuse = (day: string) =>
    moveTenantChange(operation, actor(), id, { move: "refuse", day: civilDate(day) }, civilDate(day));
  await expect(refuse("2026-06-24")).rejects.toMatchObject({ code: "TENANT_REFUSAL_TOO_LATE" });
  await refuse("2026-06-23");
  await applyOn("2026-07-01");
  expect(await state()).toBe("refused");
  expect(await testStays(operation, prm)).toEqual([["consumer", "2026-03-01", END]]);
  await expect(refuse("2026-06-23")).rejects.toMatchObject({ code: "TENANT_MOVE_REFUSED" });
});

test("what a departure causes comes first, and nothing is written until it is agreed to", async () => {
  expect(await departure(false)).toMatchObject({
    status: "unconfirmed",
    warnings: [{ code: "SHARE_FREED", ppm: 600_000 }],
  });
  expect(await testStays(operation, prm)).toEqual([["consumer", "2026-03-01", null]]);
  expect((await readTenantChanges(operation, ALL)).rows).toEqual([]);
  expect(await departure(true)).toMatchObject({ status: "done" });
});

test("told late of a contract whose point cannot come back, nothing is noted: it is one transaction", async () => {
  const id = await leave();
  const other = await createTestOperation(collectivity);
  await addTestPoint(other, { prm, day: "2026-06-20" });
  await expect(serve(id, civilDate("2026-07-15"))).rejects.toMatchObject({ code: "PRM_IN_OTHER_OPERATION" });
  expect(await state()).toBe("vacant");
  const events = await sql("SELECT after->>'move' AS move FROM audit_event WHERE object_id = $1", [id]);
  expect(events).toEqual([{ move: "open" }]);
});

test("a point that somebody brought back by hand stays as it is", async () => {
  const id = await leave();
  await serve(id);
  await planTestEntry(operation, prm, "2026-06-20", ["consumer"]);
  await applyOn(RETURN);
  expect(await state()).toBe("returned");
  expect(await testStays(operation, prm)).toEqual([
    ["consumer", "2026-03-01", END],
    ["consumer", "2026-06-20", null],
  ]);
});

test("a point waits for one tenant at a time; once given up it may wait again", async () => {
  const id = await leave();
  await expect(leave()).rejects.toMatchObject({ code: "TENANT_AWAITED_ALREADY" });
  await moveTenantChange(operation, actor(), id, { move: "abandon", day: NOTICE }, NOTICE);
  await leave();
  expect((await readTenantChanges(operation, ALL)).rows.map((change) => change.state).sort()).toEqual([
    "abandoned",
    "vacant",
  ]);
});

test("what runs is told as deadlines", async () => {
  const id = await leave();
  await serve(id);
  const events = await collectTenantDeadlines([operation], { today: SERVICE, since: END });
  expect(events).toMatchObject([
    { rule: "hlm-notice", anchorDay: END, doneOn: NOTICE },
    { rule: "hlm-notice", anchorDay: SERVICE, doneOn: SERVICE },
    { rule: "hlm-return", anchorDay: SERVICE, doneOn: null, path: "/echeances/hlm" },
  ]);
});

test("the two notices of a place let again the same day are two deadlines", async () => {
  const id = await leave();
  const step = { move: "service" as const, day: END, noticeDay: SERVICE, participantId: tenantId };
  await moveTenantChange(operation, actor(), id, step, SERVICE);
  const events = await collectTenantDeadlines([operation], { today: SERVICE, since: END });
  const notices = events.filter(({ rule }) => rule === "hlm-notice");
  expect(new Set(notices.map(({ subject }) => subject.id)).size).toBe(2);
});

test("a departure we know first awaits the DSO's notice until it is noted", async () => {
  const key = await collectivity.users.officer.key("write");
  const path = `/api/v1/operations/${operation.accNumber}/tenant-changes`;
  const answer = await callApi(path, { key, json: { prm, endDay: END } });
  const { id } = (await expectAnswer(answer, 201, recordedTenantChangeSchema)).tenantChange;
  const notices = async () => await collectTenantDeadlines([operation], { today: SERVICE, since: END });
  expect(await notices()).toMatchObject([{ rule: "hlm-notice", anchorDay: END, doneOn: null }]);
  const json = { move: "notice", day: NOTICE };
  const elected = await collectivity.users.elected.key("write");
  await expectRefusal(await callApi(`${path}/${id}/moves`, { key: elected, json }), 403, "FORBIDDEN");
  await expectAnswer(await callApi(`${path}/${id}/moves`, { key, json }), 200, recordedTenantChangeSchema);
  expect(await notices()).toMatchObject([{ rule: "hlm-notice", doneOn: NOTICE }]);
  await expectRefusal(await callApi(`${path}/${id}/moves`, { key, json }), 422, "TENANT_MOVE_REFUSED");
});

test("by the interface, and what it refuses", async () => {
  const key = await collectivity.users.officer.key("write");
  const path = `/api/v1/operations/${operation.accNumber}/tenant-changes`;
  const json = { prm, endDay: END, noticeDay: NOTICE };
  const { tenantChange } = await expectAnswer(await callApi(path, { key, json }), 201, recordedTenantChangeSchema);
  const move = (body: object, id = tenantChange.id) => callApi(`${path}/${id}/moves`, { key, json: body });
  const service = { move: "service", day: SERVICE, noticeDay: SERVICE, participantId: tenantId };
  await expectRefusal(await move({ ...service, day: "2026-05-30" }), 422, "SERVICE_BEFORE_END");
  const unknown = "01890000-0000-7000-8000-00000000ffff";
  await expectRefusal(await move({ ...service, participantId: unknown }), 422, "UNKNOWN_PARTICIPANT");
  await expectRefusal(await move(service, unknown), 404, "NOT_FOUND");
  await expectAnswer(await move(service), 200, recordedTenantChangeSchema);
  const { tenantChanges } = await expectAnswer(await callApi(path, { key }), 200, tenantChangeListSchema);
  expect(tenantChanges).toMatchObject([{ prm, newParticipantId: tenantId, returnDay: RETURN, state: "returned" }]);
  const other = await createTestOperation(collectivity);
  const standard = { ...json, prm: other.point("École").prm };
  const elsewhere = `/api/v1/operations/${other.accNumber}/tenant-changes`;
  await expectRefusal(await callApi(elsewhere, { key, json: standard }), 422, "NOT_HLM");
  const roof = { ...json, prm: operation.point("Toiture").prm };
  await expectRefusal(await callApi(path, { key, json: roof }), 422, "UNKNOWN_STAY");
});
