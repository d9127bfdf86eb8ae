import { insertLabelRequest } from "@/lib/data/climate-audit-writing";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { joinClimateDocument } from "@/lib/services/climate-plan/join-climate-document";
import { startAudit } from "@/lib/services/climate-plan/start-audit";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import { recordComplaint } from "@/lib/services/complaints/record-complaint";
import { recordContactChange } from "@/lib/services/contacts/record-contact-change";
import { recordLetter } from "@/lib/services/letters/record-letter";
import { draftTestKey } from "../announced-operation";
import type { TestCollectivity, TestUser } from "../create-test-collectivity";
import { createTestOperation, type TestOperation } from "../create-test-operation";
import { importTestCurves } from "../import-test-files";
import { readSettledRun } from "../settle-test-period";
import { signedDocument } from "../signed-document";
import { bareRequest, saveTestRequest } from "../test-requests";
import type { TestSql } from "../test-sql";
import { type Sample, UNKNOWN_ID } from "./sample";

const START = civilDate("2026-06-01");
const DAY = addDays(START, 9);
const NODE = "cae_3.1.1.5.2";

/** An operation with something of each kind, and a climate plan under audit. */
export async function createSample(own: TestCollectivity, auditor: TestUser, sql: TestSql): Promise<Sample> {
  const operation = await createTestOperation(own, { startDay: START, monthlyAnniversaryDay: 3, key: "default" });
  const imported = await importTestCurves(
    operation,
    ["Toiture", "Mairie", "École"].map((point) => ({ point, days: ["2026-06-01", "2026-06-02"], energyWh: 10 })),
  );
  const { id: meteringPoint, prm } = operation.point("Mairie");
  const [holder] = await sql<{ id: string }>("SELECT id FROM participant WHERE operation_id = $1", [operation.id]);
  return {
    operation: operation.sheet.slug,
    acc: operation.accNumber,
    collectivity: own.id,
    participant: holder?.id ?? "",
    prm,
    meteringPoint,
    from: START,
    run: (await readSettledRun(operation, START)).id,
    import: imported.id,
    request: await saveTestRequest(operation, bareRequest("termination")),
    version: await draftTestKey(operation),
    unknown: UNKNOWN_ID,
    ...(await recordCorrespondence(operation, meteringPoint)),
    ...(await fillClimatePlan(own, auditor)),
  };
}

async function recordCorrespondence(operation: TestOperation, meteringPointId: string) {
  const { actor } = operation.collectivity.users.officer;
  const dated = { receivedDay: DAY, sentDay: null };
  const complaint = { kind: "complaint", participantId: null, senderName: "Un riverain", subject: "Bruit" } as const;
  const letter = { kind: "consent_proof", meteringPointId, reference: "2026-1", effectDay: null } as const;
  const reached = { role: "referent", noticeDay: DAY, details: { lastName: "Personne" } } as const;
  return {
    complaint: await recordComplaint(
      operation.id,
      actor,
      { ...complaint, ...dated, text: "…", concernsDso: false },
      DAY,
    ),
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
  const audit = await insertLabelRequest(id, actor, { star: 2, hasObjectivesContract: false, document: null });
  await startAudit(id, users.admin.actor, auditor.email);
  return { evidence, snapshot, audit };
}
