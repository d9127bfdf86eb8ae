import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { requestAnswerSchema, requestListSchema } from "@/lib/schemas/api/requests";
import { callApi } from "../../support/call-api";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";

const TODAY = parisCivilDate(Date.now());

let operation: TestOperation;
let key: string;
let room: string;

beforeAll(async () => {
  const collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity, { key: { Mairie: 600_000, École: 400_000 } });
  key = await collectivity.users.officer.key("write");
  room = `/api/v1/operations/${operation.accNumber}/requests`;
});

const post = (path: string, json: unknown) => callApi(path, { method: "POST", key, json });

test("a machine writes a request by PRM, sends it, records the answers and fetches what was sent", async () => {
  const [mairie, school] = [operation.point("Mairie").prm, operation.point("École").prm];
  const body = {
    kind: "perimeter",
    wantedDay: addDays(TODAY, 60),
    reason: "Fermeture",
    lines: [{ prm: school, role: "consumer", move: "exit" }],
    coefficients: { kind: "static", ppm: { [mairie]: 1_000_000 } },
  };
  const made = await post(room, body);
  const { request } = await expectAnswer(made, 201, requestAnswerSchema);
  expect(made.headers.get("location")).toBe(`${room}/${request.id}`);
  expect(request).toMatchObject({ number: 1, state: "draft", lines: body.lines });

  const moves = `${room}/${request.id}/moves`;
  await expectRefusal(await post(moves, { move: "send", day: TODAY }), 422, "REQUEST_NOT_PREPARED");
  await expectAnswer(await post(moves, { move: "prepare" }), 200, requestAnswerSchema);
  const sent = await expectAnswer(await post(moves, { move: "send", day: TODAY }), 200, requestAnswerSchema);
  const [workbook] = sent.request.events[0]?.files ?? [];
  const file = await callApi(`${room}/${request.id}/files/${workbook?.id}`, { key });
  expect([file.status, file.headers.get("content-type")]).toEqual([
    200,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]);
  const problem = { prm: school, subject: "prm", text: "Référence inconnue" };
  const unknown = { ...problem, prm: "99999999999999" };
  const report = (problems: unknown) => post(moves, { move: "report_anomaly", day: TODAY, problems });
  await expectRefusal(await report([unknown]), 422, "UNKNOWN_METERING_POINT");
  await expectRefusal(await report([]), 400, "INVALID_REQUEST");
  const failed = await expectAnswer(await report([problem]), 200, requestAnswerSchema);
  expect(failed.request).toMatchObject({ state: "anomaly", events: [{}, { problems: [problem] }] });
  await expectRefusal(
    await post(moves, { move: "accept", day: TODAY, effectDay: addDays(TODAY, 60) }),
    422,
    "REQUEST_MOVE_REFUSED",
  );
  const { requests } = await expectAnswer(await callApi(room, { key }), 200, requestListSchema);
  expect(requests).toHaveLength(1);
  const readKey = await operation.collectivity.users.elected.key("read");
  await expectRefusal(await callApi(`${room}/${request.id}/files/${workbook?.id}`, { key: readKey }), 403, "FORBIDDEN");
});
