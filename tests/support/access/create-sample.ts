import { insertLabelRequest } from "@/lib/data/climate-audit-writing";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { insertSettlementJob } from "@/lib/data/settlement-job-writing";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { joinClimateDocument } from "@/lib/services/climate-plan/join-climate-document";
import { startAudit } from "@/lib/services/climate-plan/start-audit";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import { announceKey } from "@/lib/services/coefficients/announce-key";
import { recordComplaint } from "@/lib/services/complaints/record-complaint";
import { checkSignedDocument } from "@/lib/services/consents/check-signed-document";
import { recordConsent } from "@/lib/services/consents/record-consent";
import { recordContactChange } from "@/lib/services/contacts/record-contact-change";
import { joinDocument } from "@/lib/services/correspondence/join-document";
import { recordLetter } from "@/lib/services/letters/record-letter";
import { setLogo } from "@/lib/services/logo/set-logo";
import { draftTestKey } from "../announced-operation";
import type { TestCollectivity, TestUser } from "../create-test-collectivity";
import { createTestOperation, type TestOperation } from "../create-test-operation";
import { deliverTestCoefficients } from "../deliver-test-coefficients";
import { importTestCurves } from "../import-test-files";
import { readSettledRun } from "../settle-test-period";
import { signedDocument } from "../signed-document";
import { testPng } from "../test-logo";
import { bareRequest, prepareTestRequest, readTestRequest, saveTestRequest } from "../test-requests";
import type { TestSql } from "../test-sql";
import { type Sample, UNKNOWN_ID } from "./sample";

const START = civilDate("2026-06-01");
const DAY = addDays(START, 9);
const NODE = "cae_3.1.1.5.2";
/** Shared by a key of its own, from the first anniversary on. */
const KEY_MONTH = { from: civilDate("2026-06-03"), toExclusive: civilDate("2026-07-03") };

/** An operation with something of each kind, another one beside it, and a climate plan under audit. */
export async function createSample(own: TestCollectivity, auditor: TestUser, sql: TestSql): Promise<Sample> {
  const operation = await createTestOperation(own, { startDay: START, monthlyAnniversaryDay: 3, key: "default" });
  const { sheet: beside } = await createTestOperation(own, { startDay: START });
  const imported = await importTestCurves(
    operation,
    ["Toiture", "Mairie", "École"].map((point) => ({ point, days: ["2026-06-01", "2026-06-02"], energyWh: 10 })),
  );
  const { id: meteringPoint, prm } = operation.point("Mairie");
  const [holder] = await sql<{ id: string }>("SELECT id FROM participant WHERE operation_id = $1", [operation.id]);
  const participant = holder?.id ?? "";
  const { officer } = own.users;
  await setLogo(own.id, officer.actor, testPng(64, 64), "Commune des tests");
  return {
    operation: operation.sheet.slug,
    beside: beside.slug,
    acc: operation.accNumber,
    collectivity: own.id,
    participant,
    prm,
    meteringPoint,
    from: START,
    run: (await readSettledRun(operation, START)).id,
    import: imported.id,
    job: (await insertSettlementJob(operation.id, officer.actor, [KEY_MONTH])) ?? "",
    unknown: UNKNOWN_ID,
    link: await inviteSomebody(own),
    consent: await recordSignedConsent(operation, participant),
    ...(await writeRequest(operation)),
    ...(await shareByMonth(operation)),
    ...(await recordCorrespondence(operation, meteringPoint)),
    ...(await fillClimatePlan(own, auditor)),
  };
}

/** A link that waits to be handed over. */
async function inviteSomebody({ id, users }: TestCollectivity): Promise<string> {
  const invited = { email: "invitee.qui.attend@commune.test", name: "Personne invitée" };
  const target = { kind: "collectivity", collectivityId: id, role: "elected" } as const;
  const options = { now: new Date(), isHandedOver: true };
  return (await invitePerson(users.admin.actor, target, invited, options)).linkId;
}

async function recordSignedConsent(operation: TestOperation, participantId: string): Promise<string> {
  const { actor } = operation.collectivity.users.officer;
  const given = { participantId, meteringPointId: null, kind: "agreement", givenDay: START, expiryDay: null } as const;
  const to = { participation: true, curveCollection: true, supplierTransmission: true, organiserTransmission: true };
  const document = { name: "accord.pdf", bytes: signedDocument("accord") };
  return recordConsent(operation.id, actor, { ...given, ...to }, document, DAY);
}

async function writeRequest(operation: TestOperation) {
  const request = await saveTestRequest(operation, bareRequest("termination"));
  await prepareTestRequest(operation, request);
  const [file] = (await readTestRequest(operation, request)).preparedFiles;
  return { request, requestFile: file?.id ?? "" };
}

/** A month's key that was sent, and a version told by letter. */
async function shareByMonth(operation: TestOperation) {
  const { actor } = operation.collectivity.users.officer;
  const key = { kind: "dynamic_simple", from: KEY_MONTH.from, ppmByConsumer: new Map() } as const;
  await insertCoefficientKey(operation.id, actor, key);
  const ppm = { Mairie: () => 600_000, École: () => 400_000 };
  const delivery = await deliverTestCoefficients(operation, { period: KEY_MONTH, sentDay: KEY_MONTH.toExclusive, ppm });
  const version = await draftTestKey(operation);
  await announceKey(operation, actor, version, { isMailOn: false });
  return { keyMonth: KEY_MONTH.from, delivery, version };
}

async function recordCorrespondence(operation: TestOperation, meteringPointId: string) {
  const { actor } = operation.collectivity.users.officer;
  const dated = { receivedDay: DAY, sentDay: null };
  const complaint = { kind: "complaint", participantId: null, senderName: "Un riverain", subject: "Bruit" } as const;
  const letter = { kind: "consent_proof", meteringPointId, reference: "2026-1", effectDay: null } as const;
  const reached = { role: "referent", noticeDay: DAY, details: { lastName: "Personne" } } as const;
  const said = { ...complaint, ...dated, text: "…", concernsDso: false };
  const complaintId = await recordComplaint(operation.id, actor, said, DAY);
  const paper = { name: "plainte.pdf", bytes: signedDocument("plainte") };
  return {
    complaint: complaintId,
    paper: (await joinDocument(operation.id, actor, { complaintId }, paper, DAY)) ?? "",
    letter: await recordLetter(operation.id, actor, { ...letter, ...dated, isImmediate: false }, DAY),
    contactChange: await recordContactChange(operation, actor, reached, { today: DAY, now: new Date() }),
  };
}

async function fillClimatePlan({ id, users }: TestCollectivity, auditor: TestUser) {
  const { actor } = users.officer;
  const words = { title: "Plan", day: null, note: null };
  const proof = { name: "plan.pdf", bytes: signedDocument("plan") };
  const [evidence = ""] = await joinClimateDocument(id, actor, [NODE], words, proof);
  const snapshot = await takeClimateSnapshot(id, actor, "Juin");
  const document = checkSignedDocument({ name: "demande.pdf", bytes: signedDocument("demande") });
  const audit = await insertLabelRequest(id, actor, { star: 2, hasObjectivesContract: false, document });
  await startAudit(id, users.admin.actor, auditor.email);
  return { evidence, snapshot, audit };
}
