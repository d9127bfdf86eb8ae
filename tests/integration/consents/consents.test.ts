import { createHash } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readConsentDocument } from "@/lib/services/consents/read-consent-document";
import { readConsents } from "@/lib/services/consents/read-consents";
import { type NewConsent, recordConsent } from "@/lib/services/consents/record-consent";
import { withdrawConsent } from "@/lib/services/consents/withdraw-consent";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, TEST_PARTICIPANT, type TestOperation } from "../../support/create-test-operation";
import { signedDocument } from "../../support/signed-document";
import { connectTestSql } from "../../support/test-sql";

const TODAY = civilDate("2026-06-01");
const UNKNOWN_ID = "01890000-0000-7000-8000-00000000ffff";

const sql = connectTestSql();

let collectivity: TestCollectivity;
let operation: TestOperation;
let participantId: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
  participantId = await holderOf(operation);
});

async function holderOf({ id }: TestOperation): Promise<string> {
  const [row] = await sql<{ id: string }>("SELECT id FROM participant WHERE operation_id = $1", [id]);
  if (!row) throw new Error("no participant");
  return row.id;
}

const agreement = (changes: Partial<NewConsent> = {}): NewConsent => ({
  participantId,
  meteringPointId: null,
  kind: "agreement",
  givenDay: civilDate("2026-02-10"),
  expiryDay: null,
  participation: true,
  curveCollection: true,
  supplierTransmission: false,
  organiserTransmission: true,
  ...changes,
});

const actor = () => collectivity.users.officer.actor;
const record = (changes: Partial<NewConsent> = {}, upload: Parameters<typeof recordConsent>[3] = null) =>
  recordConsent(operation.id, actor(), agreement(changes), upload, TODAY);
const auditOf = (objectId: string) =>
  sql<{ action: string; after: unknown }>(
    "SELECT action, after FROM audit_event WHERE operation_id = $1 AND object_id = $2 ORDER BY at, id",
    [operation.id, objectId],
  );

test("nobody has signed yet: every metering point lacks everything, once for its holder", async () => {
  const { missing, lackingParticipantCount } = await readConsents(operation.id, TODAY);
  expect(missing.map(({ prm }) => prm).sort()).toEqual(operation.points.map(({ prm }) => prm).sort());
  expect(lackingParticipantCount).toBe(1);
});

test("a signed agreement is kept with its document, byte for byte, and nothing is missing any more", async () => {
  const bytes = signedDocument("bon pour accord");
  const id = await record({}, { name: "accord mairie.pdf", bytes });
  const { missing, recorded } = await readConsents(operation.id, TODAY);
  expect(missing).toEqual([]);
  expect(recorded).toMatchObject([
    {
      id,
      participantName: TEST_PARTICIPANT.name,
      point: null,
      state: "valid",
      isExpiringSoon: false,
      document: { name: "accord mairie.pdf", sha256: createHash("sha256").update(bytes).digest("hex") },
    },
  ]);
  const read = await readConsentDocument(operation.id, id);
  expect(read).toMatchObject({ name: "accord mairie.pdf", type: "application/pdf" });
  expect(Buffer.from(read?.bytes ?? []).equals(bytes)).toBe(true);
});

test("the trail names nobody: ids and days only", async () => {
  const id = await record({}, { name: "accord de Mme Témoin.pdf", bytes: signedDocument() });
  await withdrawConsent(operation.id, actor(), id, { day: TODAY, note: "Mme Témoin a téléphoné" }, TODAY);
  const events = await auditOf(id);
  expect(events.map(({ action }) => action)).toEqual(["record.consent", "withdraw.consent"]);
  expect(JSON.stringify(events)).not.toMatch(/Témoin|Commune|@/);
  expect(JSON.stringify(events)).toContain(participantId);
});

test("a consent for one metering point leaves the others lacking", async () => {
  await record({ meteringPointId: operation.point("Mairie").id });
  const { missing, recorded } = await readConsents(operation.id, TODAY);
  expect(missing.map(({ pointName }) => pointName).sort()).toEqual(["Toiture", "École"].sort());
  expect(recorded[0]?.point).toEqual({ prm: operation.point("Mairie").prm, name: "Mairie" });
});

test("sixty days before its end it is to be renewed", async () => {
  await record({ expiryDay: civilDate("2026-07-31") });
  expect((await readConsents(operation.id, civilDate("2026-06-01"))).recorded[0]?.isExpiringSoon).toBe(true);
  expect((await readConsents(operation.id, civilDate("2026-05-31"))).recorded[0]?.isExpiringSoon).toBe(false);
  expect((await readConsents(operation.id, civilDate("2026-07-31"))).recorded[0]).toMatchObject({
    state: "expired",
    isExpiringSoon: false,
  });
});

test("withdrawn, it no longer counts from its day on; a second time is refused", async () => {
  const id = await record();
  await withdrawConsent(operation.id, actor(), id, { day: civilDate("2026-05-20"), note: null }, TODAY);
  expect((await readConsents(operation.id, civilDate("2026-05-19"))).missing).toEqual([]);
  expect((await readConsents(operation.id, civilDate("2026-05-20"))).missing).toHaveLength(3);
  const again = withdrawConsent(operation.id, actor(), id, { day: TODAY, note: null }, TODAY);
  await expect(again).rejects.toMatchObject({ code: "CONSENT_NOT_OPEN" });
});

test("a HLM tenant is told, may object, and gives his curve apart", async () => {
  await sql("UPDATE operation SET perimeter_management = 'hlm' WHERE id = $1", [operation.id]);
  await sql("UPDATE participant SET is_tenant = true WHERE operation_id = $1", [operation.id]);
  const nothing = { participation: false, curveCollection: false, organiserTransmission: false };
  const told = await record({ kind: "tenant_information", ...nothing });
  const lacks = async () => (await readConsents(operation.id, TODAY)).missing[0]?.lacks;
  expect(await lacks()).toEqual(["curve_collection", "organiser_transmission"]);
  await record({ participation: false });
  expect(await lacks()).toBeUndefined();
  await withdrawConsent(operation.id, actor(), told, { day: TODAY, note: "lettre" }, TODAY);
  expect(await lacks()).toEqual(["tenant_objection"]);
});

describe("refused, and nothing is kept", () => {
  test.for([
    ["signed in the future", { givenDay: civilDate("2026-06-02") }, "INVALID_CONSENT_DAYS"],
    ["over before it begins", { expiryDay: civilDate("2026-02-10") }, "INVALID_CONSENT_DAYS"],
    ["nobody of the operation", { participantId: UNKNOWN_ID }, "UNKNOWN_CONSENT_HOLDER"],
    ["no metering point of his", { meteringPointId: UNKNOWN_ID }, "UNKNOWN_CONSENT_HOLDER"],
  ] as const)("%s", async ([, changes, code]) => {
    await expect(record(changes, { name: "a.pdf", bytes: signedDocument() })).rejects.toMatchObject({ code });
    expect(await countRows()).toEqual({ consents: 0, files: 0 });
  });

  test("a document that is no document", async () => {
    const upload = { name: "accord.pdf", bytes: new TextEncoder().encode("bonjour") };
    await expect(record({}, upload)).rejects.toMatchObject({ code: "UNREADABLE_DOCUMENT" });
    expect(await countRows()).toEqual({ consents: 0, files: 0 });
  });

  test("the metering point of another operation, or its participant", async () => {
    const other = await createTestOperation(collectivity);
    const holder = await holderOf(other);
    const code = "UNKNOWN_CONSENT_HOLDER";
    await expect(record({ participantId: holder })).rejects.toMatchObject({ code });
    await expect(record({ meteringPointId: other.point("Mairie").id })).rejects.toMatchObject({ code });
  });

  test("a withdrawal before the signature, or in the future", async () => {
    const id = await record();
    for (const day of ["2026-02-09", "2026-06-02"]) {
      const withdrawal = withdrawConsent(operation.id, actor(), id, { day: civilDate(day), note: null }, TODAY);
      await expect(withdrawal).rejects.toMatchObject({ code: "INVALID_CONSENT_DAYS" });
    }
  });

  test("the withdrawal of another operation's consent", async () => {
    const id = await record();
    const other = await createTestOperation(collectivity);
    const withdrawal = withdrawConsent(other.id, actor(), id, { day: TODAY, note: null }, TODAY);
    await expect(withdrawal).rejects.toMatchObject({ code: "CONSENT_NOT_OPEN" });
    expect(await readConsentDocument(other.id, id)).toBeNull();
  });
});

async function countRows() {
  const [row] = await sql<{ consents: number; files: number }>(
    `SELECT (SELECT count(*)::int FROM consent WHERE operation_id = $1) AS consents,
            (SELECT count(*)::int FROM kept_file WHERE operation_id = $1) AS files`,
    [operation.id],
  );
  return row;
}
