import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { conventionSchema, recordedStatusSchema, toldSchema } from "@/lib/schemas/api/convention";
import { collectEndingDeadlines } from "@/lib/services/convention/collect-ending-deadlines";
import { readConventionWatch } from "@/lib/services/convention/read-convention-watch";
import { collectLetterDeadlines } from "@/lib/services/letters/collect-letter-deadlines";
import { moveLetter } from "@/lib/services/letters/move-letter";
import { recordLetter } from "@/lib/services/letters/record-letter";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, TEST_PARTICIPANT, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { decideTestStays } from "../../support/registry-by-hand";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const TODAY = parisCivilDate(Date.now());

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

const at = (path = "") => `/api/v1/operations/${operation.accNumber}/convention${path}`;
const read = async () => (await expectAnswer(await callApi(at(), { key }), 200, conventionSchema)).convention;
const setStatus = (status: string, from: CivilDate) => callApi(at("/statuses"), { key, json: { status, from } });

test("the conditions are judged by what the operation holds", async () => {
  const stateOf = async (kind: string) => (await read()).grounds.find((ground) => ground.kind === kind);
  expect(await stateOf("lone_participant")).toMatchObject({ state: "not_met" });
  expect(await stateOf("missing_agreement")).toMatchObject({ state: "met", count: 1 });
  expect(await stateOf("late_proof")).toMatchObject({ state: "not_met" });
  for (const site of ["École", "Mairie"]) {
    const decision = { kind: "exit", day: addDays(TODAY, 10), cause: "organiser" } as const;
    await decideTestStays(operation, operation.point(site).prm, decision);
  }
  expect(await stateOf("lone_participant")).toMatchObject({ state: "to_come", day: addDays(TODAY, 10) });
  const letter = {
    kind: "consent_proof" as const,
    receivedDay: addDays(TODAY, -40),
    sentDay: null,
    effectDay: null,
    meteringPointId: operation.point("École").id,
    isImmediate: false,
    reference: null,
  };
  await recordLetter(operation.id, collectivity.users.officer.actor, letter, TODAY);
  expect(await stateOf("late_proof")).toMatchObject({ state: "met", count: 1 });
});

test("a suspension by letter is announced, recorded, told to everybody, and lifted", async () => {
  const letter = {
    kind: "suspension" as const,
    receivedDay: TODAY,
    sentDay: addDays(TODAY, -1),
    effectDay: null,
    meteringPointId: null,
    isImmediate: false,
    reference: null,
  };
  await recordLetter(operation.id, collectivity.users.officer.actor, letter, TODAY);
  const effectDay = addDays(TODAY, 9);
  expect((await read()).endings).toMatchObject([
    { kind: "suspension", effectDay, isAnnounced: true, toTellCount: 1, toldCount: 0 },
  ]);
  await expectAnswer(await setStatus("suspended", effectDay), 201, recordedStatusSchema);
  expect((await read()).endings).toMatchObject([{ kind: "suspension", effectDay, isAnnounced: false }]);

  const pdf = await callApi(at(`/letters?ending=suspension&effectDay=${effectDay}`), { key });
  const document = await getDocumentProxy(new Uint8Array(await pdf.arrayBuffer()));
  const { text } = await extractText(document, { mergePages: true });
  for (const words of [TEST_PARTICIPANT.name, "suspendue", "responsable d’équilibre"]) {
    expect(text.replaceAll(/\s+/g, " ")).toContain(words);
  }
  const json = { ending: "suspension", effectDay, toldDay: TODAY };
  const tell = () => callApi(at("/notices"), { key, json });
  expect(await expectAnswer(await tell(), 201, toldSchema)).toEqual({ told: { count: 1 } });
  expect(await expectAnswer(await tell(), 201, toldSchema)).toEqual({ told: { count: 0 } });
  expect((await read()).endings).toMatchObject([{ toTellCount: 1, toldCount: 1 }]);
  await expectRefusal(
    await callApi(at(`/letters?ending=suspension&effectDay=${effectDay}`), { key }),
    404,
    "NOT_FOUND",
  );

  const events = await collectEndingDeadlines([operation], { today: TODAY, since: TODAY });
  expect(events).toMatchObject([
    { rule: "suspension-limit", anchorDay: effectDay, doneOn: null },
    { rule: "end-notice", anchorDay: effectDay, doneOn: null },
  ]);
  await expectAnswer(await setStatus("active", addDays(effectDay, 30)), 201, recordedStatusSchema);
  const after = await collectEndingDeadlines([operation], { today: TODAY, since: TODAY });
  expect(after).toMatchObject([{ rule: "suspension-limit", doneOn: addDays(effectDay, 30) }, { rule: "end-notice" }]);
});

test("the DSO's own notices are awaited before the end, from its announcement on, until they are noted", async () => {
  const letter = {
    kind: "suspension" as const,
    receivedDay: TODAY,
    sentDay: addDays(TODAY, -1),
    effectDay: null,
    meteringPointId: null,
    isImmediate: false,
    reference: null,
  };
  await recordLetter(operation.id, collectivity.users.officer.actor, letter, TODAY);
  const effectDay = addDays(TODAY, 9);
  const awaited = async (today: CivilDate) => {
    const days = { today, since: TODAY };
    const events = [
      ...(await collectLetterDeadlines([operation], days)),
      ...(await collectEndingDeadlines([operation], days)),
    ];
    return events.filter(({ rule }) => rule === "end-notice").map(({ anchorDay, doneOn }) => [anchorDay, doneOn]);
  };
  expect(await awaited(TODAY)).toEqual([[effectDay, null]]);
  await expectAnswer(await setStatus("suspended", effectDay), 201, recordedStatusSchema);
  expect(await awaited(TODAY)).toEqual([[effectDay, null]]);
  expect(await awaited(effectDay)).toEqual([]);
  const json = { by: "dso", ending: "suspension", effectDay, toldDay: TODAY };
  const note = () => callApi(at("/notices"), { key, json });
  const early = { ...json, toldDay: addDays(TODAY, 1) };
  await expectRefusal(await callApi(at("/notices"), { key, json: early }), 422, "DAY_IN_FUTURE");
  expect(await expectAnswer(await note(), 201, toldSchema)).toEqual({ told: { count: 1 } });
  expect(await expectAnswer(await note(), 201, toldSchema)).toEqual({ told: { count: 0 } });
  expect(await awaited(TODAY)).toEqual([[effectDay, TODAY]]);
  expect((await read()).endings).toMatchObject([{ effectDay, dsoToldDay: TODAY, toldCount: 0 }]);
});

test("a mistyped day of the DSO's notices is noted again, and the latest entry holds everywhere", async () => {
  const letter = {
    kind: "suspension" as const,
    receivedDay: TODAY,
    sentDay: addDays(TODAY, -1),
    effectDay: null,
    meteringPointId: null,
    isImmediate: false,
    reference: null,
  };
  await recordLetter(operation.id, collectivity.users.officer.actor, letter, TODAY);
  const effectDay = addDays(TODAY, 9);
  const note = async (changes: object) => {
    const json = { by: "dso", ending: "suspension", effectDay, toldDay: TODAY, ...changes };
    return callApi(at("/notices"), { key, json });
  };
  const days = { today: TODAY, since: addDays(TODAY, -30) };
  const toldDays = async () => {
    const events = [
      ...(await collectLetterDeadlines([operation], days)),
      ...(await collectEndingDeadlines([operation], days)),
    ];
    const [ending] = (await read()).endings;
    return [ending?.dsoToldDay, ...events.filter(({ rule }) => rule === "end-notice").map(({ doneOn }) => doneOn)];
  };
  for (const changes of [{ effectDay: addDays(effectDay, 1) }, { ending: "termination" }]) {
    await expectRefusal(await note(changes), 422, "UNKNOWN_ENDING");
  }
  for (const toldDay of [TODAY, addDays(TODAY, -10), addDays(TODAY, -1)]) {
    expect(await expectAnswer(await note({ toldDay }), 201, toldSchema)).toEqual({ told: { count: 1 } });
    expect(await toldDays()).toEqual([toldDay, toldDay]);
  }
  await expectAnswer(await setStatus("suspended", effectDay), 201, recordedStatusSchema);
  expect(await toldDays()).toEqual([addDays(TODAY, -1), addDays(TODAY, -1)]);
  const trail = await sql(
    "SELECT after->>'toldDay' AS day FROM audit_event WHERE operation_id = $1 AND action = 'record.dso_end_notice' ORDER BY at, id",
    [operation.id],
  );
  expect(trail).toEqual([{ day: TODAY }, { day: addDays(TODAY, -10) }, { day: addDays(TODAY, -1) }]);
});

test("the DSO's own notices are noted by nobody who does not write in the operation", async () => {
  const stranger = await createTestCollectivity("Une autre commune");
  const { elected, officer } = collectivity.users;
  const json = { by: "dso", ending: "suspension", effectDay: addDays(TODAY, 9), toldDay: TODAY };
  const callers = [
    [await elected.key("write"), 403, "FORBIDDEN"],
    [await officer.key("read"), 403, "READ_ONLY_KEY"],
    [await stranger.users.officer.key("write"), 404, "NOT_FOUND"],
  ] as const;
  for (const [wrong, status, code] of callers) {
    await expectRefusal(await callApi(at("/notices"), { key: wrong, json }), status, code);
  }
  expect(await sql("SELECT effect_day FROM dso_end_notice WHERE operation_id = $1", [operation.id])).toEqual([]);
});

test("a letter seen to is in the watch until what it announces takes effect", async () => {
  const letter = {
    kind: "suspension" as const,
    receivedDay: TODAY,
    sentDay: addDays(TODAY, -1),
    effectDay: null,
    meteringPointId: null,
    isImmediate: false,
    reference: null,
  };
  const { actor } = collectivity.users.officer;
  const id = await recordLetter(operation.id, actor, letter, TODAY);
  await moveLetter(operation.id, actor, id, { move: "done", day: TODAY, note: null }, TODAY);
  const effectDay = addDays(TODAY, 9);
  const announced = async (day: CivilDate) => (await readConventionWatch(operation, day)).endings;
  expect(await announced(addDays(effectDay, -1))).toMatchObject([{ kind: "suspension", effectDay, isAnnounced: true }]);
  expect(await announced(effectDay)).toEqual([]);
});

test("the trail says who was told, by id", async () => {
  const json = { ending: "termination", effectDay: addDays(TODAY, 60), toldDay: TODAY };
  await expectAnswer(await callApi(at("/notices"), { key, json }), 201, toldSchema);
  const [participant] = await sql<{ id: string }>("SELECT id FROM participant WHERE operation_id = $1", [operation.id]);
  const events = await sql("SELECT after FROM audit_event WHERE operation_id = $1 AND action = 'tell.convention_end'", [
    operation.id,
  ]);
  expect(events).toEqual([{ after: { ...json, participantIds: [participant?.id] } }]);
});

test("refused: nothing new, nothing after the end, nobody of the operation, nothing yet told", async () => {
  await expectRefusal(await setStatus("active", TODAY), 422, "STATUS_CHANGE_REFUSED");
  await expectAnswer(await setStatus("ended", TODAY), 201, recordedStatusSchema);
  await expectRefusal(await setStatus("suspended", addDays(TODAY, 5)), 422, "STATUS_CHANGE_REFUSED");
  const json = { ending: "termination", effectDay: TODAY, toldDay: TODAY };
  const stranger = { ...json, participantId: "01890000-0000-7000-8000-00000000ffff" };
  await expectRefusal(await callApi(at("/notices"), { key, json: stranger }), 422, "UNKNOWN_PARTICIPANT");
  const early = { ...json, toldDay: addDays(TODAY, 1) };
  await expectRefusal(await callApi(at("/notices"), { key, json: early }), 422, "DAY_IN_FUTURE");
});
