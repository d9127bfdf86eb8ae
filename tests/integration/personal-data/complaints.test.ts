import { beforeAll, expect, test } from "vitest";
import { findKeptFile } from "@/lib/data/kept-files";
import { civilDate } from "@/lib/domain/time/civil-date";
import { authorizeJob } from "@/lib/jobs/authorize-job";
import { personalDataSchema } from "@/lib/schemas/api/personal-data";
import { moveComplaint } from "@/lib/services/complaints/move-complaint";
import { recordComplaint } from "@/lib/services/complaints/record-complaint";
import { joinDocument } from "@/lib/services/correspondence/join-document";
import { eraseOldComplaints } from "@/lib/services/personal-data/erase-old-complaints";
import { requestErasure } from "@/lib/services/personal-data/request-erasure";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { expectAnswer } from "../../support/expect-answer";
import {
  createFormerResident,
  type FormerResident,
  JANUARY,
  KEPT_UNTIL,
  RESIDENT,
} from "../../support/former-resident";
import { signedDocument } from "../../support/signed-document";
import { connectTestSql } from "../../support/test-sql";
import { listTextsOfOperation } from "../../support/texts-of-operation";

const sql = connectTestSql();
const JOB = { userId: null, via: "job" } as const;
const WORDS = "Mon compteur tourne à l’envers";

let collectivity: TestCollectivity;
let resident: FormerResident;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  resident = await createFormerResident(collectivity, sql);
});

test("words of somebody who never was a participant go five years after the complaint was closed", async () => {
  const { operation } = resident;
  const { actor } = collectivity.users.officer;
  const others = {
    kind: "complaint" as const,
    participantId: null,
    senderName: "Mme Passante",
    subject: "Bruit",
    text: "Trop de bruit",
    concernsDso: false,
  };
  const id = await recordComplaint(operation.id, actor, { ...others, receivedDay: JANUARY }, KEPT_UNTIL);
  const scan = { name: "passante.pdf", bytes: signedDocument("Mme Passante") };
  await joinDocument(operation.id, actor, { complaintId: id }, scan, JANUARY);
  const step = { move: "closed", day: civilDate("2020-03-01"), note: "Mme Passante renonce" } as const;
  await moveComplaint(operation.id, actor, id, step, KEPT_UNTIL);
  const nightOf = (day: string) => eraseOldComplaints(JOB, authorizeJob, civilDate(day));
  await nightOf("2025-02-28");
  expect(await listTextsOfOperation(sql, operation.id, "Passante")).not.toEqual([]);
  await nightOf("2025-03-01");
  expect(await listTextsOfOperation(sql, operation.id, "Passante")).toEqual([]);
  await nightOf("2025-03-02");
  const events = await sql("SELECT after FROM audit_event WHERE object_id = $1 AND action = 'erase.complaint'", [id]);
  expect(events).toEqual([{ after: { files: 1 } }]);
});

test("what she complained of is in her export, and nowhere once she is erased", async () => {
  const { operation, participantId } = resident;
  const { actor } = collectivity.users.officer;
  const complaint = {
    kind: "complaint" as const,
    receivedDay: JANUARY,
    subject: "Compteur",
    text: WORDS,
    concernsDso: true,
  };
  const own = { ...complaint, participantId, senderName: null };
  const id = await recordComplaint(operation.id, actor, own, KEPT_UNTIL);
  const step = { move: "forwarded", day: JANUARY, note: `Vu avec ${RESIDENT.name}` } as const;
  await moveComplaint(operation.id, actor, id, step, KEPT_UNTIL);
  const scan = { name: "lettre Durand.pdf", bytes: signedDocument(WORDS) };
  await joinDocument(operation.id, actor, { complaintId: id }, scan, JANUARY);
  // A neighbour's words name her too.
  const text = `Comme ${RESIDENT.name}, je me plains.`;
  const others = { ...complaint, participantId: null, senderName: "Un voisin", text };
  const otherId = await recordComplaint(operation.id, actor, others, KEPT_UNTIL);

  const path = `/api/v1/operations/${operation.accNumber}/participants/${participantId}/personal-data`;
  const answer = await callApi(path, { key: await collectivity.users.officer.key("write") });
  const { personalData } = await expectAnswer(answer, 200, personalDataSchema);
  expect(personalData.complaints).toMatchObject([
    {
      subject: "Compteur",
      text: WORDS,
      steps: [{ step: "forwarded" }, { step: "document", document: { name: "lettre Durand.pdf" } }],
    },
  ]);
  const paper = personalData.files.find(({ kind }) => kind === "complaint");

  await requestErasure(operation.id, actor, participantId, KEPT_UNTIL);
  for (const named of [WORDS, RESIDENT.name, "Durand"]) {
    expect({ named, places: await listTextsOfOperation(sql, operation.id, named) }).toEqual({ named, places: [] });
  }
  expect(await findKeptFile(operation.id, paper?.sha256 ?? "")).toMatchObject({ kind: "purged" });
  const [other] = await sql("SELECT text, sender_name FROM complaint WHERE operation_id = $1 AND id = $2", [
    operation.id,
    otherId,
  ]);
  expect(other).toEqual({ text: "Comme Participant effacé, je me plains.", sender_name: "Un voisin" });
  const late = recordComplaint(operation.id, actor, own, KEPT_UNTIL);
  await expect(late).rejects.toMatchObject({ code: "DATA_ERASED" });
});
