import { unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, expect, test } from "vitest";
import { personalDataSchema } from "@/lib/schemas/api/personal-data";
import { requestErasure } from "@/lib/services/personal-data/request-erasure";
import { callApi } from "../../support/call-api";
import { createParticipantUser } from "../../support/create-participant-user";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import {
  createFormerResident,
  type FormerResident,
  KEPT_UNTIL,
  LEFT_ON,
  RESIDENT,
} from "../../support/former-resident";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let collectivity: TestCollectivity;
let resident: FormerResident;
beforeAll(async () => {
  collectivity = await createTestCollectivity();
  resident = await createFormerResident(collectivity, sql);
});

const pathOf = ({ operation, participantId }: FormerResident, format = "json") =>
  `/api/v1/operations/${operation.accNumber}/participants/${participantId}/personal-data?format=${format}`;
const ask = async (path: string) => callApi(path, { key: await collectivity.users.officer.key("write") });

test("the export is everything held about her, and of nobody else", async () => {
  const { operation, participantId } = resident;
  await createParticipantUser(operation.id, participantId);
  const { personalData } = await expectAnswer(await ask(pathOf(resident)), 200, personalDataSchema);
  expect(personalData).toMatchObject({
    participant: { kind: "natural", ...RESIDENT },
    meteringPoints: [
      {
        prm: resident.prm,
        meterNumber: "123",
        withdrawalContract: "C1",
        stays: [{ role: "consumer", from: "2020-01-01", toExclusive: LEFT_ON }],
        shares: [{ from: "2020-01-01", ppm: 300_000 }],
      },
    ],
    consents: [{ givenDay: "2019-12-15", withdrawnDay: "2020-01-20", document: { sha256: resident.consentSha256 } }],
    settledPeriods: [{ prm: resident.prm, role: "consumer", from: "2020-01-01", energyWh: 70 * 48 * 31 }],
    measuredMonths: [{ quantity: "withdrawal", month: "2020-01", knownWh: 70 * 48 * 31, missingCount: 0 }],
    accesses: [{ account: "Personne des tests (participant)", endedAt: null }],
    retention: { kind: "kept", endDay: KEPT_UNTIL },
  });
  expect(personalData.files.map(({ kind }) => kind).sort()).toEqual([
    "annex_2",
    "consent",
    "measures",
    "measures",
    "measures",
  ]);
  expect(personalData.events.map(({ action }) => action)).toContain("apply.annex_2");
  const text = JSON.stringify(personalData);
  for (const site of ["Mairie", "École", "Toiture"]) {
    expect(text).not.toContain(resident.operation.point(site).prm);
  }
});

test("the PDF says it in French, and the archive holds her documents and every value", {
  timeout: 30_000,
}, async () => {
  const pdf = await ask(pathOf(resident, "pdf"));
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.arrayBuffer())), {
    mergePages: true,
  });
  const plain = text.replace(/\s+/g, " ");
  for (const part of [RESIDENT.name, resident.prm, "104,2 kWh", "01/02/2025", "janvier 2020", "CNIL"]) {
    expect(plain).toContain(part);
  }
  expect(plain).not.toMatch(/null|undefined|NaN|\d{4}-\d{2}-\d{2}/);

  const zip = await ask(pathOf(resident, "zip"));
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  expect(Object.keys(files).sort()).toEqual([
    "consentements/1-accord Durand.pdf",
    `courbes/${resident.prm}-withdrawal.csv`,
    "donnees.json",
    "releve.pdf",
  ]);
  const lines = Buffer.from(files[`courbes/${resident.prm}-withdrawal.csv`] ?? [])
    .toString()
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(1 + 48 * 31);
  expect(lines[1]).toBe("2019-12-31T23:00:00.000Z;30;70");
});

test("it is recorded, for whoever may write only, and about one's own participants only", async () => {
  const events = await sql(
    "SELECT DISTINCT actor_user_id, after FROM audit_event WHERE action = 'export.participant' AND operation_id = $1",
    [resident.operation.id],
  );
  expect(events).toEqual([{ actor_user_id: collectivity.users.officer.id, after: null }]);
  const elected = await collectivity.users.elected.key("write");
  await expectRefusal(await callApi(pathOf(resident), { key: elected }), 403, "FORBIDDEN");
  const other = await createTestOperation(collectivity);
  await expectRefusal(await ask(pathOf({ ...resident, operation: other })), 404, "NOT_FOUND");
  await expectRefusal(await ask(pathOf({ ...resident, participantId: "personne" })), 404, "NOT_FOUND");
  await expectRefusal(await ask(pathOf(resident, "docx")), 400, "INVALID_REQUEST");
});

test("of somebody erased, what is left names nobody", async () => {
  const erased = await createFormerResident(collectivity, sql);
  await requestErasure(erased.operation.id, collectivity.users.officer.actor, erased.participantId, KEPT_UNTIL);
  const { personalData } = await expectAnswer(await ask(pathOf(erased)), 200, personalDataSchema);
  expect(personalData).toMatchObject({ participant: { name: "Participant effacé", email: null }, files: [] });
  expect(JSON.stringify(personalData)).not.toContain("Durand");
});
