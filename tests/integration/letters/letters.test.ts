import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addMonths } from "@/lib/domain/time/add-months";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { letterListSchema, recordedLetterSchema } from "@/lib/schemas/api/letters";
import { listOperationDeadlines } from "@/lib/services/deadlines/list-operation-deadlines";
import { collectLetterDeadlines } from "@/lib/services/letters/collect-letter-deadlines";
import { readLetter } from "@/lib/services/letters/read-letters";
import { removeMeteringPoint } from "@/lib/services/registry/remove-metering-point";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { addTestPoint, decideTestStays } from "../../support/registry-by-hand";
import { signedDocument } from "../../support/signed-document";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const TODAY = parisCivilDate(Date.now());
const RECEIVED = addDays(TODAY, -3);
const UNKNOWN_ID = "01890000-0000-7000-8000-00000000ffff";

let collectivity: TestCollectivity;
let operation: TestOperation;
let key: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  key = await collectivity.users.officer.key("write");
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

const at = (path = "") => `/api/v1/operations/${operation.accNumber}/letters${path}`;
const post = (json: object, path = "") => callApi(at(path), { key, json });

async function record(json: object): Promise<string> {
  const answer = await post({ receivedDay: RECEIVED, ...json });
  return (await expectAnswer(answer, 201, recordedLetterSchema)).letter.id;
}

async function list() {
  return (await expectAnswer(await callApi(at(), { key }), 200, letterListSchema)).letters;
}

const school = () => operation.point("École");

test("a proof asked for is to do until it is answered, with the proof kept", async () => {
  const id = await record({ kind: "consent_proof", meteringPointId: school().id, reference: "R-2026-17" });
  expect(await list()).toMatchObject([
    { id, prm: school().prm, state: "to_do", deadline: { rule: "consent-proof", actor: "organiser" } },
  ]);
  const answer = await post({ move: "answered", day: TODAY, note: "Par courriel" }, `/${id}/steps`);
  await expectAnswer(answer, 200, recordedLetterSchema);
  const paper = new FormData();
  paper.append("file", new File([signedDocument()], "preuve.pdf"));
  expect((await callApi(at(`/${id}/documents`), { key, body: paper })).status).toBe(201);
  expect(await list()).toMatchObject([{ id, state: "answered", deadline: null }]);
  const read = await readLetter(operation, id, TODAY);
  expect(read?.steps.map(({ step, fileName }) => [step, fileName])).toEqual([
    ["answered", null],
    ["document", "preuve.pdf"],
  ]);
  await expectRefusal(await post({ move: "answered", day: TODAY }, `/${id}/steps`), 422, "LETTER_MOVE_REFUSED");
});

test("an ended contract is dealt with by the exit in the registry", async () => {
  const id = await record({ kind: "access_ended", meteringPointId: school().id, effectDay: "2026-06-20" });
  expect(await list()).toMatchObject([{ id, state: "to_do", deadline: { rule: "letter", dueDay: null } }]);
  const exit = { kind: "exit", day: "2026-06-20", cause: "contract_ended" } as Parameters<typeof decideTestStays>[2];
  await decideTestStays(operation, school().prm, exit);
  expect(await list()).toMatchObject([{ id, state: "done", deadline: null }]);
});

test("a suspended contract asks for the exit and for coefficients", async () => {
  const id = await record({ kind: "access_suspended", meteringPointId: school().id, effectDay: "2026-06-20" });
  const exit = { kind: "exit", day: "2026-06-20", cause: "contract_suspended" } as Parameters<
    typeof decideTestStays
  >[2];
  await decideTestStays(operation, school().prm, exit);
  expect(await list()).toMatchObject([{ id, state: "to_do", deadline: { rule: "suspension-coefficients" } }]);
  // The key of a month before it, sent since, and one that the operator refused.
  await sql(
    `INSERT INTO coefficient_delivery (operation_id, id, kind, channel, period_from, period_to, version, state,
                                       step_minutes, unit_ppm, sent_day, changed_at)
     SELECT $1, gen_random_uuid(), 'dynamic_simple', 'file', period_from, period_to, 1, state, 30, 100, $2::date, now()
       FROM (VALUES (date '2026-05-01', date '2026-06-01', 'accepted'::"DeliveryState"),
                    ('2026-06-01', '2026-07-01', 'refused')) AS row(period_from, period_to, state)`,
    [operation.id, TODAY],
  );
  expect(await list()).toMatchObject([{ id, state: "to_do" }]);
  await sql(
    `INSERT INTO coefficient_key (operation_id, id, version, kind, from_day, state, sent_day, sent_at)
     SELECT $1, gen_random_uuid(), 99, 'default', '2026-07-01', 'sent', $2::date, now()`,
    [operation.id, TODAY],
  );
  expect(await list()).toMatchObject([
    { id, state: "answered", deadline: { rule: "suspension-applied", actor: "dso" } },
  ]);
  await expectAnswer(await post({ move: "applied", day: TODAY }, `/${id}/steps`), 200, recordedLetterSchema);
  expect(await list()).toMatchObject([{ id, state: "done", deadline: null }]);
});

test("new coefficients that the DSO applies on no day it told stay awaited, however old, until that is closed", async () => {
  const [received, answered] = [addDays(TODAY, -500), addDays(TODAY, -495)];
  const id = await record({
    kind: "access_suspended",
    meteringPointId: school().id,
    effectDay: addDays(TODAY, -505),
    receivedDay: received,
  });
  await expectAnswer(await post({ move: "answered", day: answered }, `/${id}/steps`), 200, recordedLetterSchema);
  const awaited = async () => {
    const events = await collectLetterDeadlines([operation], { today: TODAY, since: RECEIVED });
    return events.map(({ rule, doneOn }) => [rule, doneOn]);
  };
  expect(await awaited()).toEqual([["suspension-applied", null]]);
  await expectRefusal(await post({ move: "closed", day: TODAY }, `/${id}/steps`), 422, "REASON_MISSING");
  const closing = { move: "closed", day: TODAY, note: "Sa part reste au surplus" };
  await expectAnswer(await post(closing, `/${id}/steps`), 200, recordedLetterSchema);
  expect(await awaited()).toEqual([]);
  expect(await list()).toMatchObject([{ id, state: "closed", deadline: null }]);
});

// Art. 3.2.2.1 and 3.2.2.3: a contract known to end awaits the DSO's notice of it, so that a late one is seen.
test.for([
  ["contract_ended", "exit-by-termination", "access_ended"],
  ["contract_suspended", "suspension-notice-prm", "access_suspended"],
] as const)("an exit because of %s awaits the letter that tells it", async ([cause, rule, kind]) => {
  const effectDay = addDays(TODAY, -2);
  await decideTestStays(operation, school().prm, { kind: "exit", day: effectDay, cause });
  const awaited = async () =>
    (await listOperationDeadlines([operation], TODAY)).filter((deadline) => deadline.rule === rule);
  expect(await awaited()).toMatchObject([
    { actor: "dso", anchorDay: effectDay, doneOn: null, subject: { text: `PRM ${school().prm}` } },
  ]);
  await record({ kind, meteringPointId: school().id, effectDay, receivedDay: TODAY });
  expect(await awaited()).toMatchObject([{ anchorDay: effectDay, doneOn: TODAY }]);
});

test("the start, once the sheet says it, leaves nothing to do", async () => {
  await record({ kind: "start_notice", effectDay: operation.sheet.startDay });
  expect(await list()).toMatchObject([{ state: "done" }]);
});

test("what its kind does not ask for is left out", async () => {
  await record({ kind: "other", meteringPointId: school().id, effectDay: TODAY, sentDay: RECEIVED, isImmediate: true });
  expect(await list()).toMatchObject([{ prm: null, effectDay: null, sentDay: null, isImmediate: false }]);
});

test("the deadlines of many operations come at once, each under its own", async () => {
  const other = await createTestOperation(collectivity);
  const id = await record({ kind: "dispute" });
  const events = await collectLetterDeadlines([operation, other], { today: TODAY, since: RECEIVED });
  expect(events).toEqual([
    {
      operationId: operation.id,
      rule: "dispute",
      subject: { id, text: "", namesPerson: false },
      anchorDay: RECEIVED,
      lastDay: addMonths(RECEIVED, 2),
      doneOn: null,
      path: `/echeances/courriers/${id}`,
    },
  ]);
});

test("the trail repeats no word of it", async () => {
  const id = await record({ kind: "other", reference: "Au sujet de Mme Témoin" });
  await post({ move: "closed", day: TODAY, note: "Mme Témoin a déménagé" }, `/${id}/steps`);
  const events = await sql("SELECT action, after FROM audit_event WHERE object_id = $1 ORDER BY at, id", [id]);
  expect(events).toMatchObject([
    { action: "record.letter", after: { kind: "other", receivedDay: RECEIVED } },
    { action: "move.letter", after: { move: "closed", day: TODAY, hasNote: true } },
  ]);
  expect(JSON.stringify(events)).not.toContain("Témoin");
});

test("a metering point that a letter is about is not simply taken away", async () => {
  const { prm } = await addTestPoint(operation, { day: addDays(TODAY, 90) });
  const [point] = await sql<{ id: string }>("SELECT id FROM metering_point WHERE prm = $1", [prm]);
  await record({ kind: "consent_proof", meteringPointId: point?.id });
  const removal = removeMeteringPoint(operation, collectivity.users.officer.actor, prm, TODAY);
  await expect(removal).rejects.toMatchObject({ code: "USED_BY_LETTERS" });
});

describe("refused, and nothing is kept", () => {
  test.for([
    ["without its metering point", { kind: "consent_proof" }, 422, "LETTER_INCOMPLETE"],
    [
      "of nobody's metering point",
      { kind: "consent_proof", meteringPointId: UNKNOWN_ID },
      422,
      "UNKNOWN_METERING_POINT",
    ],
    ["received tomorrow", { kind: "other", receivedDay: addDays(TODAY, 1) }, 422, "DAY_IN_FUTURE"],
    ["of no known kind", { kind: "poem" }, 400, "INVALID_REQUEST"],
  ] as const)("%s", async ([, json, status, code]) => {
    await expectRefusal(await post({ receivedDay: RECEIVED, ...json }), status, code);
    expect(await list()).toEqual([]);
  });

  test("a step or a paper of another operation's letter", async () => {
    const id = await record({ kind: "other" });
    operation = await createTestOperation(collectivity);
    await expectRefusal(await post({ move: "done", day: TODAY }, `/${id}/steps`), 404, "NOT_FOUND");
    const paper = new FormData();
    paper.append("file", new File([signedDocument()], "a.pdf"));
    await expectRefusal(await callApi(at(`/${id}/documents`), { key, body: paper }), 404, "NOT_FOUND");
  });
});
