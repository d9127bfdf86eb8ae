import { beforeAll, beforeEach, expect, test } from "vitest";
import { findMeteringPoint } from "@/lib/data/metering-points";
import { findPerson } from "@/lib/data/personal-data";
import { addDays } from "@/lib/domain/time/civil-date";
import { joinConsentDocument } from "@/lib/services/consents/join-consent-document";
import { recordConsent } from "@/lib/services/consents/record-consent";
import { withdrawConsent } from "@/lib/services/consents/withdraw-consent";
import { requestErasure } from "@/lib/services/personal-data/request-erasure";
import { addMeteringPoint } from "@/lib/services/registry/add-metering-point";
import { checkAnnex2 } from "@/lib/services/registry/check-annex-2";
import { editMeteringPoint } from "@/lib/services/registry/edit-metering-point";
import { editParticipant } from "@/lib/services/registry/edit-participant";
import { takeOverDays } from "@/lib/services/registry/take-over-days";
import { annex2File, applyTestAnnex2 } from "../../support/annex-2-file";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { nextPrm } from "../../support/create-test-operation";
import {
  createFormerResident,
  type FormerResident,
  JANUARY,
  KEPT_UNTIL,
  LEFT_ON,
  RESIDENT,
} from "../../support/former-resident";
import { decideTestStays, planTestEntry } from "../../support/registry-by-hand";
import { BARE_POINT } from "../../support/registry-details";
import { signedDocument } from "../../support/signed-document";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const BEFORE_END = addDays(KEPT_UNTIL, -1);
const DETAILS = { ...RESIDENT, kind: "natural", legalId: null, isTenant: false } as const;
const SCAN = { name: "accord.pdf", bytes: signedDocument() };

let collectivity: TestCollectivity;
let resident: FormerResident;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

/** She has left, and asked to be forgotten: five years have to pass. */
beforeEach(async () => {
  resident = await createFormerResident(collectivity, sql);
  await requestErasure(resident.operation.id, actor(), resident.participantId, BEFORE_END);
});

const actor = () => collectivity.users.officer.actor;

const consent = () => ({
  participantId: resident.participantId,
  meteringPointId: null,
  kind: "agreement" as const,
  givenDay: LEFT_ON,
  expiryDay: null,
  participation: true,
  curveCollection: true,
  supplierTransmission: true,
  organiserTransmission: true,
});

async function firstConsentId(): Promise<string> {
  const person = await findPerson(resident.operation.id, resident.participantId);
  return person?.consents[0]?.id ?? "";
}

async function joinScan(): Promise<void> {
  await sql("UPDATE consent SET sha256 = NULL, file_name = NULL WHERE operation_id = $1", [resident.operation.id]);
  await joinConsentDocument(resident.operation.id, actor(), await firstConsentId(), SCAN);
}

const entry = () => ({ prm: nextPrm(), roles: ["consumer"] as const, day: LEFT_ON, isConfirmed: true });
const stay = { from: JANUARY, toExclusive: LEFT_ON };

test.for<readonly [string, () => Promise<unknown>]>([
  ["his name", () => editParticipant(resident.operation, actor(), resident.participantId, DETAILS)],
  ["his site", () => editMeteringPoint(resident.operation, actor(), resident.prm, BARE_POINT)],
  [
    "a metering point",
    () => {
      const { participantId, operation } = resident;
      return addMeteringPoint(operation, actor(), { ...entry(), participantId, details: BARE_POINT });
    },
  ],
  ["an entry", () => planTestEntry(resident.operation, resident.prm, BEFORE_END, ["consumer"])],
  ["no exit any more", () => decideTestStays(resident.operation, resident.prm, { kind: "cancel_exit" })],
  ["a later exit", () => decideTestStays(resident.operation, resident.prm, { kind: "correct_exit", day: BEFORE_END })],
  [
    "the operator's days",
    () => {
      const { prm, operation } = resident;
      const theirs = { from: JANUARY, toExclusive: null };
      return takeOverDays(operation, actor(), [{ prm, role: "consumer", ours: stay, theirs }]);
    },
  ],
  ["a consent", () => recordConsent(resident.operation.id, actor(), consent(), SCAN, BEFORE_END)],
  ["a signed document", joinScan],
])("whoever asked to be forgotten gets nothing more: %s", async ([, write]) => {
  await expect(write()).rejects.toMatchObject({ code: "DATA_ERASED" });
  const person = await findPerson(resident.operation.id, resident.participantId);
  expect(person).toMatchObject({ email: null, phone: null, points: [{ prm: resident.prm, stays: [stay] }] });
  expect(person?.consents).toHaveLength(1);
});

test("a workbook that names him again is refused, and says which line to take out", async () => {
  const { operation, prm } = resident;
  const home = { prm, name: RESIDENT.name, legalId: null, address: RESIDENT.address };
  const file = await annex2File(operation, { kind: "default", consumers: { Mairie: {}, École: {}, Maison: home } });
  const { problems } = await checkAnnex2(operation, file, BEFORE_END);
  expect(problems.listed.filter(({ severity }) => severity === "error")).toMatchObject([
    {
      severity: "error",
      code: "DATA_ERASED",
      message: expect.stringContaining(`Le titulaire du PRM ${prm} a demandé`),
    },
  ]);
  expect(await applyTestAnnex2(operation, file, BEFORE_END)).toMatchObject({ status: "refused" });
  expect((await findMeteringPoint(operation.id, prm))?.stays).toMatchObject([stay]);
});

test("the next tenant of the same flat enters by a workbook all the same", async () => {
  const { operation, prm } = resident;
  const home = { prm, name: "Émile Suivant", legalId: null, address: RESIDENT.address };
  const file = await annex2File(operation, { kind: "default", consumers: { Mairie: {}, École: {}, Maison: home } });
  expect(await applyTestAnnex2(operation, file, BEFORE_END)).toMatchObject({ status: "applied" });
  const [event] = await sql<{ handed_over: unknown }>(
    `SELECT after->'handedOver' AS handed_over FROM audit_event
      WHERE operation_id = $1 AND action = 'apply.annex_2' ORDER BY at DESC LIMIT 1`,
    [operation.id],
  );
  const to = (await findMeteringPoint(operation.id, prm))?.participant.id;
  const { meteringPointId, participantId: from } = resident;
  expect(event).toEqual({ handed_over: [{ meteringPointId, from, to }] });
});

test("once erased, no note can name him again", async () => {
  const { operation } = resident;
  await sql("UPDATE consent SET withdrawn_day = NULL WHERE operation_id = $1", [operation.id]);
  const consentId = await firstConsentId();
  await sql("UPDATE participant SET erased_at = now() WHERE operation_id = $1 AND restricted_at IS NOT NULL", [
    operation.id,
  ]);
  const withdrawal = { day: LEFT_ON, note: "Mme Durand a écrit" };
  await expect(withdrawConsent(operation.id, actor(), consentId, withdrawal, BEFORE_END)).rejects.toMatchObject({
    code: "CONSENT_NOT_OPEN",
  });
});
