import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { complaintListSchema, complaintSchema, recordedComplaintSchema } from "@/lib/schemas/api/complaints";
import { collectComplaintDeadlines } from "@/lib/services/complaints/collect-complaint-deadlines";
import { moveComplaint } from "@/lib/services/complaints/move-complaint";
import { recordComplaint } from "@/lib/services/complaints/record-complaint";
import { removeParticipant } from "@/lib/services/registry/remove-participant";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, TEST_PARTICIPANT, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { addTestPoint } from "../../support/registry-by-hand";
import { signedDocument } from "../../support/signed-document";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const TODAY = parisCivilDate(Date.now());
const UNKNOWN_ID = "01890000-0000-7000-8000-00000000ffff";
const TEXT = "Les parts d’octobre de Mme Témoin ne sont pas celles de sa facture.";

let collectivity: TestCollectivity;
let operation: TestOperation;
let participantId: string;
let write: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity);
  const [row] = await sql<{ id: string }>("SELECT id FROM participant WHERE operation_id = $1", [operation.id]);
  participantId = row?.id ?? "";
  write = await collectivity.users.officer.key("write");
});

const at = (path = "") => `/api/v1/operations/${operation.accNumber}/complaints${path}`;
const body = (changes: object = {}) => ({
  receivedDay: addDays(TODAY, -20),
  participantId,
  subject: "Parts d’octobre",
  text: TEXT,
  concernsDso: true,
  ...changes,
});
const post = (json: object, path = "") => callApi(at(path), { key: write, json });

async function record(changes: object = {}): Promise<string> {
  const { complaint } = await expectAnswer(await post(body(changes)), 201, recordedComplaintSchema);
  return complaint.id;
}

async function read(id: string) {
  return (await expectAnswer(await callApi(at(`/${id}`), { key: write }), 200, complaintSchema)).complaint;
}

const step = (id: string, move: string, day: string, note?: string) => post({ move, day, note }, `/${id}/steps`);

test("from its arrival to its end: forwarded late, complete, answered with its paper, closed", async () => {
  const id = await record();
  const received = addDays(TODAY, -20);
  expect(await read(id)).toMatchObject({
    state: "to_forward",
    senderName: TEST_PARTICIPANT.name,
    text: TEXT,
    deadline: { rule: "complaint-forward", actor: "organiser" },
  });
  await expectAnswer(await step(id, "forwarded", addDays(received, 10)), 200, recordedComplaintSchema);
  await expectAnswer(await step(id, "completed", addDays(received, 12)), 200, recordedComplaintSchema);
  expect((await read(id)).deadline).toEqual({
    rule: "complaint-answer",
    actor: "dso",
    dueDay: addDays(received, 42),
  });
  await expectAnswer(await step(id, "answered", TODAY, "Une erreur de relevé"), 200, recordedComplaintSchema);
  const paper = new FormData();
  paper.append("file", new File([signedDocument()], "réponse.pdf"));
  const joined = await callApi(at(`/${id}/documents`), { key: write, body: paper });
  const { document } = (await joined.json()) as { document: { id: string } };
  expect(joined.status).toBe(201);
  await expectAnswer(await step(id, "closed", TODAY), 200, recordedComplaintSchema);
  const closed = await read(id);
  expect(closed).toMatchObject({ state: "closed", deadline: null });
  expect(closed.events.map((event) => [event.step, event.note, event.fileName])).toEqual([
    ["forwarded", null, null],
    ["completed", null, null],
    ["answered", "Une erreur de relevé", null],
    ["document", null, "réponse.pdf"],
    ["closed", null, null],
  ]);
  const path = `/api/v1/operations/${operation.accNumber}/correspondence-documents/${document.id}`;
  const download = await callApi(path, { key: write });
  expect(Buffer.from(await download.arrayBuffer()).equals(signedDocument())).toBe(true);
  await expectRefusal(await step(id, "answered", TODAY), 422, "COMPLAINT_MOVE_REFUSED");
});

test("the register tells nobody's words, and a reader has no more than it", async () => {
  const id = await record({ participantId: undefined, senderName: "Mme Témoin" });
  const key = await collectivity.users.elected.key("read");
  const { complaints } = await expectAnswer(await callApi(at(), { key }), 200, complaintListSchema);
  expect(complaints.find((each) => each.id === id)).toMatchObject({ subject: null, participantId: null });
  expect(JSON.stringify(complaints)).not.toContain("Témoin");
  await expectRefusal(await callApi(at(`/${id}`), { key }), 403, "FORBIDDEN");
});

test("the trail says what was done, by id and day only", async () => {
  const id = await record();
  await step(id, "forwarded", TODAY, "Lettre de Mme Témoin");
  const events = await sql(
    "SELECT action, after FROM audit_event WHERE operation_id = $1 AND object_id = $2 ORDER BY at, id",
    [operation.id, id],
  );
  expect(events).toEqual([
    {
      action: "record.complaint",
      after: { kind: "complaint", participantId, receivedDay: addDays(TODAY, -20), concernsDso: true },
    },
    { action: "move.complaint", after: { move: "forwarded", day: TODAY, hasNote: true } },
  ]);
});

// Art. 8.4.2: forwarded without delay; the DSO answers the participant and tells the organiser, within no given time.
test("a participant's request on data the DSO holds is forwarded the day it comes, and awaits its answer", async () => {
  const id = await record({ kind: "data_request", receivedDay: TODAY, subject: "Mes index" });
  expect(await read(id)).toMatchObject({
    kind: "data_request",
    state: "to_forward",
    deadline: { rule: "data-request", actor: "organiser", dueDay: TODAY },
  });
  const response = await callApi(at(`/${id}/letter`), { key: write });
  const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
  const { text } = await extractText(pdf, { mergePages: true });
  expect(text.replaceAll(/\s+/g, " ")).toContain("article 8.4.2");
  await expectAnswer(await step(id, "forwarded", TODAY), 200, recordedComplaintSchema);
  expect(await read(id)).toMatchObject({ state: "forwarded", deadline: null });
  await expectRefusal(await step(id, "completed", TODAY), 422, "COMPLAINT_MOVE_REFUSED");
  await expectAnswer(await step(id, "answered", TODAY), 200, recordedComplaintSchema);
});

test("a request on data is recorded by nobody who only reads", async () => {
  const json = body({ kind: "data_request" });
  const readKey = await collectivity.users.officer.key("read");
  await expectRefusal(await callApi(at(), { key: readKey, json }), 403, "READ_ONLY_KEY");
});

test("the letter hands it on in its own words", async () => {
  const id = await record();
  const response = await callApi(at(`/${id}/letter`), { key: write });
  expect(response.headers.get("content-type")).toBe("application/pdf");
  const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
  const { text } = await extractText(pdf, { mergePages: true });
  for (const words of [TEXT, operation.accNumber, TEST_PARTICIPANT.name, "5.1.5", "30 jours calendaires"]) {
    expect(text.replaceAll(/\s+/g, " ")).toContain(words);
  }
});

test("what is to do is told until it is done, of many operations at once", async () => {
  const other = await createTestOperation(collectivity);
  const { actor } = collectivity.users.officer;
  const complaint = {
    kind: "complaint" as const,
    participantId: null,
    senderName: null,
    subject: "Index",
    text: "…",
    concernsDso: true,
  };
  const receivedDay = civilDate("2026-05-04");
  const today = civilDate("2026-05-06");
  const id = await recordComplaint(other.id, actor, { ...complaint, receivedDay }, today);
  const collect = () => collectComplaintDeadlines([other, operation], { today, since: civilDate("2026-05-05") });
  const own = async () => (await collect()).filter(({ operationId }) => operationId === other.id);
  const event = {
    operationId: other.id,
    rule: "complaint-forward",
    subject: { id, text: "Index", namesPerson: true },
    anchorDay: receivedDay,
    doneOn: null,
    path: `/echeances/reclamations/${id}`,
  };
  expect(await own()).toEqual([event]);
  await moveComplaint(other.id, actor, id, { move: "forwarded", day: today, note: null }, today);
  expect(await own()).toEqual([{ ...event, doneOn: today }]);
});

describe("refused, and nothing is kept", () => {
  test.for([
    ["received tomorrow", { receivedDay: addDays(TODAY, 1) }, 422, "DAY_IN_FUTURE"],
    ["nobody of the registry", { participantId: UNKNOWN_ID }, 422, "UNKNOWN_PARTICIPANT"],
    ["without a word", { text: " " }, 400, "INVALID_REQUEST"],
  ] as const)("%s", async ([, changes, status, code]) => {
    await expectRefusal(await post(body(changes)), status, code);
  });

  test("a step, a paper or a letter of another operation's complaint", async () => {
    const id = await record();
    const other = await createTestOperation(collectivity);
    const path = `/api/v1/operations/${other.accNumber}/complaints/${id}`;
    const json = { move: "forwarded", day: TODAY };
    await expectRefusal(await callApi(`${path}/steps`, { key: write, json }), 404, "NOT_FOUND");
    await expectRefusal(await callApi(`${path}/letter`, { key: write }), 404, "NOT_FOUND");
    const paper = new FormData();
    paper.append("file", new File([signedDocument()], "a.pdf"));
    await expectRefusal(await callApi(`${path}/documents`, { key: write, body: paper }), 404, "NOT_FOUND");
  });

  test("a participant who complained is not simply taken away", async () => {
    const { participantId: id, prm } = await addTestPoint(operation, { day: "2030-01-01" });
    await record({ participantId: id });
    await sql("DELETE FROM attachment WHERE operation_id = $1 AND prm = $2", [operation.id, prm]);
    await sql("DELETE FROM metering_point WHERE operation_id = $1 AND prm = $2", [operation.id, prm]);
    const removal = removeParticipant(operation, collectivity.users.officer.actor, id);
    await expect(removal).rejects.toMatchObject({ code: "USED_BY_COMPLAINTS" });
  });

  test("the database rewrites no history", async () => {
    const id = await record();
    await step(id, "forwarded", TODAY);
    const change = sql("UPDATE correspondence_event SET day = day - 1 WHERE complaint_id = $1", [id]);
    await expect(change).rejects.toThrow("append-only");
    await expect(sql("DELETE FROM correspondence_event WHERE complaint_id = $1", [id])).rejects.toThrow("append-only");
  });
});
