import { beforeAll, describe, expect, test, vi } from "vitest";
import { findOperation } from "@/lib/data/operations";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { requireOperation } from "@/lib/server/access";
import { readComplaints } from "@/lib/services/complaints/read-complaints";
import { recordComplaint } from "@/lib/services/complaints/record-complaint";
import { listOperationDeadlines } from "@/lib/services/deadlines/list-operation-deadlines";
import { moveTenantChange } from "@/lib/services/hlm/move-tenant-change";
import { openTenantChange } from "@/lib/services/hlm/open-tenant-change";
import { readTenantChanges } from "@/lib/services/hlm/read-tenant-changes";
import { readLetters } from "@/lib/services/letters/read-letters";
import { recordLetter } from "@/lib/services/letters/record-letter";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { answerRequest } from "@/lib/services/requests/answer-request";
import { readRequest } from "@/lib/services/requests/read-request";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { addTestPoint } from "../../support/registry-by-hand";
import { RESIDENT } from "../../support/registry-details";
import { bareRequest, REQUEST_DAYS, sendNewRequest } from "../../support/test-requests";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

const sql = connectTestSql();
const TODAY = parisCivilDate(Date.now());
const ALL = { before: null, limit: 100 };
const WORDS = ["Litige de Mme Témoin", "Courrier sur M. Témoin", "Départ de M. Témoin", "PRM de M. Témoin"];

let collectivity: TestCollectivity;
let operation: TestOperation;
let requestId: string;
/** What only those who may write may read: words, PRM of residents, who moves in. */
let secrets: readonly string[];

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  const created = await createTestOperation(collectivity, { key: "default" });
  await sql("UPDATE operation SET perimeter_management = 'hlm' WHERE id = $1", [created.id]);
  operation = { ...created, sheet: (await findOperation(created.id)) ?? created.sheet };
  const { actor } = collectivity.users.officer;
  const { prm, participantId } = await addTestPoint(operation, { day: "2026-03-01" });
  const left = await addTestPoint(operation, { day: "2026-03-01" });
  const [point] = await sql<{ id: string }>("SELECT id FROM metering_point WHERE operation_id = $1 AND prm = $2", [
    operation.id,
    prm,
  ]);
  const meteringPointId = point?.id ?? "";
  const complaint = {
    kind: "complaint" as const,
    participantId,
    senderName: null,
    text: "…",
    concernsDso: true,
    subject: WORDS[0] as string,
  };
  await recordComplaint(operation.id, actor, { ...complaint, receivedDay: TODAY }, TODAY);
  const letter = { kind: "consent_proof", sentDay: null, effectDay: null, isImmediate: false } as const;
  await recordLetter(
    operation.id,
    actor,
    { ...letter, meteringPointId, receivedDay: TODAY, reference: WORDS[1] as string },
    TODAY,
  );
  const newTenant = await addParticipant(operation, actor, { ...RESIDENT, name: "Nouvelle locataire", isTenant: true });
  const endDay = addDays(TODAY, -5);
  const departure = { prm: left.prm, endDay, noticeDay: TODAY, isConfirmed: true };
  const opened = await openTenantChange(operation, actor, departure, TODAY);
  const change = opened.status === "done" ? opened.id : "";
  const service = { move: "service" as const, day: TODAY, noticeDay: TODAY, participantId: newTenant };
  await moveTenantChange(operation, actor, change, service, TODAY);
  const line = { meteringPointId, role: "consumer" as const, move: "exit" as const };
  requestId = await sendNewRequest(operation, bareRequest("perimeter", { reason: WORDS[2] as string, lines: [line] }));
  const problems = [{ meteringPointId, subject: "prm" as const, text: WORDS[3] as string }];
  const day = REQUEST_DAYS.answered;
  await answerRequest(operation, actor, requestId, { move: "report_anomaly", day, problems }, day);
  secrets = [...WORDS, prm, left.prm, newTenant, participantId];
});

const PATHS = ["complaints", "letters", "tenant-changes", "requests", "deadlines"];

async function readAll(headers: { key?: string; cookie?: string }) {
  const address = `/api/v1/operations/${operation.accNumber}`;
  const paths = [...PATHS.map((path) => `${address}/${path}`), `${address}/requests/${requestId}`, "/api/v1/deadlines"];
  const texts: string[] = [];
  for (const path of paths) {
    const answer = await callApi(path, headers);
    expect(answer.status, path).toBe(200);
    texts.push(await answer.text());
  }
  return texts;
}

const named = (texts: readonly string[]) => secrets.filter((secret) => texts.some((text) => text.includes(secret)));

describe.for([
  { who: "an elected member", headers: async () => ({ cookie: await collectivity.users.elected.cookie() }) },
  { who: "a key for reading", headers: async () => ({ key: await collectivity.users.admin.key("read") }) },
])("$who", ({ headers }) => {
  test("reads states and days by the interface, nobody's words and no PRM of a resident", async () => {
    const texts = await readAll(await headers());
    expect(named(texts)).toEqual([]);
    for (const rule of ["complaint-forward", "consent-proof", "hlm-notice", "anomaly"]) {
      expect(texts.join()).toContain(rule);
    }
  });
});

test("who may write reads all of it by the interface", async () => {
  expect(named(await readAll({ key: await collectivity.users.officer.key("write") }))).toEqual(secrets);
});

describe("on screens", () => {
  async function show(cookie: string) {
    request.headers = new Headers({ cookie });
    const shown = await requireOperation(operation.sheet.slug);
    const sheet = await readRequest(shown, requestId, civilDate(TODAY));
    return [
      await readComplaints(shown, TODAY, ALL),
      await readLetters(shown, TODAY, ALL),
      await readTenantChanges(shown, ALL),
      await listOperationDeadlines([shown], TODAY),
      { ...sheet, sites: [...(sheet?.sites ?? [])], key: null },
    ].map((part) => JSON.stringify(part));
  }

  test("an elected member is shown the same as by the interface", async () => {
    expect(named(await show(await collectivity.users.elected.cookie()))).toEqual([]);
  });

  test("an officer is shown all of it", async () => {
    expect(named(await show(await collectivity.users.officer.cookie()))).toEqual(secrets);
  });
});
