import { beforeAll, expect, test } from "vitest";
import { findMeteringPoint } from "@/lib/data/metering-points";
import type { DeadlineRuleId } from "@/lib/domain/deadlines/deadline-rules";
import { civilDate } from "@/lib/domain/time/civil-date";
import { recordEndNotices } from "@/lib/services/convention/record-end-notices";
import { listOperationDeadlines } from "@/lib/services/deadlines/list-operation-deadlines";
import { answerRequest } from "@/lib/services/requests/answer-request";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { addTestPoint, decideTestStays, planTestEntry } from "../../support/registry-by-hand";
import {
  acceptTestRequest,
  bareRequest,
  prepareTestRequest,
  REQUEST_DAYS,
  saveTestRequest,
  sendNewRequest,
  sendTestRequest,
  takeTestEffect,
} from "../../support/test-requests";

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

const list = async (operation: TestOperation, day: string, rule: DeadlineRuleId) =>
  (await listOperationDeadlines([operation], civilDate(day))).filter((deadline) => deadline.rule === rule);

test("who enters a second time is asked for a second time", async () => {
  const operation = await createTestOperation(collectivity, { key: "default" });
  const { prm } = await addTestPoint(operation, { day: REQUEST_DAYS.wanted });
  const point = await findMeteringPoint(operation.id, prm);
  const lines = [{ meteringPointId: point?.id ?? "", role: "consumer", move: "entry" }] as const;
  const id = await sendNewRequest(operation, bareRequest("perimeter", { lines }));
  await acceptTestRequest(operation, id, REQUEST_DAYS.wanted);
  await takeTestEffect(operation, id, REQUEST_DAYS.wanted);
  const exit = { kind: "exit", day: civilDate("2031-10-15"), cause: "contract_ended" } as const;
  await decideTestStays(operation, prm, exit, { today: "2031-09-16" });
  await planTestEntry(operation, prm, "2031-12-01", ["consumer"]);
  // 11 November is a holiday.
  expect(await list(operation, "2031-10-20", "perimeter-request")).toMatchObject([
    { subject: { id: "2031-12-01" }, dueDay: "2031-11-07" },
    { subject: { id } },
  ]);
});

test("participants are told of a termination once it is asked for, not once it holds", async () => {
  const operation = await createTestOperation(collectivity, { key: "default" });
  const effectDay = civilDate("2031-12-01");
  const id = await sendNewRequest(operation, bareRequest("termination", { wantedDay: effectDay }));
  const toTell = (day: string) => list(operation, day, "end-notice-participants");
  const event = { subject: { id: "ended-2031-12-01" }, anchorDay: REQUEST_DAYS.sent };
  expect(await toTell("2031-08-06")).toMatchObject([{ ...event, state: { kind: "late" } }]);

  const notice = { ending: "termination", effectDay, toldDay: civilDate("2031-08-07"), participantIds: null } as const;
  await recordEndNotices(operation.id, collectivity.users.officer.actor, notice, notice.toldDay);
  expect(await toTell("2031-08-08")).toMatchObject([{ ...event, doneOn: notice.toldDay }]);
  expect(await list(operation, "2031-08-08", "confidentiality")).toEqual([]);

  await takeTestEffect(operation, id, effectDay);
  expect(await toTell("2031-09-08")).toMatchObject([{ ...event, doneOn: notice.toldDay }]);
  expect(await list(operation, "2031-12-01", "confidentiality")).toMatchObject([{ anchorDay: effectDay }]);
});

test("a request that could not take effect on its day stays to do until it has", async () => {
  const operation = await createTestOperation(collectivity, { key: "default" });
  const { prm } = await addTestPoint(operation, { day: REQUEST_DAYS.wanted });
  const point = await findMeteringPoint(operation.id, prm);
  const lines = [{ meteringPointId: point?.id ?? "", role: "consumer", move: "entry" }] as const;
  const id = await sendNewRequest(operation, bareRequest("perimeter", { lines }));
  await acceptTestRequest(operation, id, REQUEST_DAYS.wanted);
  expect(await list(operation, "2031-08-31", "request-effect")).toEqual([]);
  expect(await list(operation, "2031-09-03", "request-effect")).toMatchObject([
    { actor: "organiser", path: `/echeances/demandes/${id}`, state: { kind: "late", days: 2 } },
  ]);
  await takeTestEffect(operation, id, civilDate("2031-09-03"));
  expect(await list(operation, "2031-09-03", "request-effect")).toEqual([]);
});

test("a suspension that was written, or came back with an anomaly, is still to be sent", async () => {
  const operation = await createTestOperation(collectivity, { key: "default" });
  const id = await saveTestRequest(operation, bareRequest("suspension"));
  const toSend = async () => (await list(operation, "2031-08-08", "suspension-request")).map(({ state }) => state.kind);
  expect(await toSend()).toEqual(["open"]);
  await prepareTestRequest(operation, id);
  await sendTestRequest(operation, id);
  expect(await toSend()).toEqual(["done"]);
  const { actor } = collectivity.users.officer;
  const anomaly = {
    move: "report_anomaly",
    day: REQUEST_DAYS.answered,
    problems: [{ meteringPointId: null, subject: "other", text: "Motif à préciser" }],
  } as const;
  await answerRequest(operation, actor, id, anomaly, REQUEST_DAYS.answered);
  expect(await toSend()).toEqual(["open"]);
});
