import { createHash } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import { findRequestFile } from "@/lib/data/convention-requests";
import { listOperationStatuses } from "@/lib/data/operation-statuses";
import { operationStatusOn } from "@/lib/domain/operation/operation-status-on";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { readAnnex2Workbook } from "@/lib/formats/annex-2/read-annex-2-workbook";
import { moveKey } from "@/lib/services/coefficients/move-key";
import { answerRequest } from "@/lib/services/requests/answer-request";
import { checkRequest } from "@/lib/services/requests/check-request";
import { withdrawRequest } from "@/lib/services/requests/withdraw-request";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { addTestPoint, testStays } from "../../support/registry-by-hand";
import {
  acceptTestRequest,
  bareRequest,
  prepareTestRequest,
  REQUEST_DAYS,
  readTestRequest,
  saveTestRequest,
  sendNewRequest,
  sendTestRequest,
  sharesOf,
  takeTestEffect,
} from "../../support/test-requests";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const { written, sent, answered, wanted } = REQUEST_DAYS;
const EFFECT = civilDate("2031-09-15");

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { key: { Mairie: 600_000, École: 400_000 } });
});

const actor = () => collectivity.users.officer.actor;

/** A house that is planned to enter on the wanted day, and a request for it; the school leaves. */
async function requestHouse() {
  const { prm } = await addTestPoint(operation, { day: wanted });
  const rows = await sql("SELECT id::text FROM metering_point WHERE prm = $1", [prm]);
  const houseId = String(rows[0]?.id);
  const school = operation.point("École");
  const draft = bareRequest("perimeter", {
    lines: [
      { meteringPointId: houseId, role: "consumer", move: "entry" },
      { meteringPointId: school.id, role: "consumer", move: "exit" },
    ],
    key: {
      kind: "static",
      unitPpm: 100,
      ppmByConsumer: new Map([
        [operation.point("Mairie").id, 700_000],
        [houseId, 300_000],
      ]),
    },
  });
  return { prm, houseId, school, draft };
}

describe("a change of perimeter", () => {
  test("changes registry and key on the day the operator gives, and not before", async () => {
    const { prm, houseId, school, draft } = await requestHouse();
    const id = await sendNewRequest(operation, draft);
    // From the sending on the request says when the house enters.
    expect(await testStays(operation, prm)).toEqual([]);
    await acceptTestRequest(operation, id, EFFECT);
    expect(await takeTestEffect(operation, id, addDays(EFFECT, -1))).toBe("early");
    expect(await testStays(operation, school.prm)).toEqual([["consumer", "2026-03-01", null]]);
    expect(await listCoefficientKeys(operation.id)).toHaveLength(1);

    expect(await takeTestEffect(operation, id, EFFECT)).toBe("taken");
    expect(await testStays(operation, prm)).toEqual([["consumer", EFFECT, null]]);
    expect(await testStays(operation, school.prm)).toEqual([["consumer", "2026-03-01", EFFECT]]);
    const [before, after] = await listCoefficientKeys(operation.id);
    expect(before?.toExclusive).toBe(EFFECT);
    expect(after).toMatchObject({ kind: "static", from: EFFECT, toExclusive: null });
    expect(after?.ppmByConsumer.get(houseId)).toBe(300_000);
    const request = await readTestRequest(operation, id);
    expect(request).toMatchObject({ state: "in_effect", sentDay: sent, effectDay: EFFECT, lastDay: EFFECT });
    expect(request.events.map(({ state, via }) => [state, via])).toEqual([
      ["sent", "session"],
      ["accepted", "session"],
      ["in_effect", "job"],
    ]);
    expect(await findKeyVersion(operation.id, request.keyId ?? "")).toMatchObject({ sentDay: sent, progress: "sent" });
  });

  test("takes effect once, however often it is tried at the same time", async () => {
    const { prm, draft } = await requestHouse();
    const id = await sendNewRequest(operation, draft);
    await acceptTestRequest(operation, id, EFFECT);
    const outcomes = await Promise.all([1, 2, 3].map(() => takeTestEffect(operation, id, EFFECT)));
    expect(outcomes.toSorted()).toEqual(["done_before", "done_before", "taken"]);
    expect(await testStays(operation, prm)).toHaveLength(1);
    const changes = await sql("SELECT count(*)::int AS n FROM perimeter_change WHERE operation_id = $1", [
      operation.id,
    ]);
    const events = await sql(
      "SELECT count(*)::int AS n FROM audit_event WHERE operation_id = $1 AND action = 'fulfil.request'",
      [operation.id],
    );
    expect([changes[0]?.n, events[0]?.n]).toEqual([3, 1]);
  });

  test("all of it or nothing: what cannot be made leaves it accepted", async () => {
    const { prm, draft } = await requestHouse();
    const id = await sendNewRequest(operation, draft);
    await acceptTestRequest(operation, id, EFFECT);
    const elsewhere = await createTestOperation(collectivity);
    await sql(
      `INSERT INTO attachment (operation_id, id, metering_point_id, participant_id, prm, role, from_day)
       SELECT operation_id, gen_random_uuid(), id, participant_id, $2, 'consumer', '2031-01-01'
         FROM metering_point WHERE operation_id = $1 AND name = 'Mairie'`,
      [elsewhere.id, prm],
    );
    await expect(takeTestEffect(operation, id, EFFECT)).rejects.toMatchObject({ code: "PRM_IN_OTHER_OPERATION" });
    expect((await readTestRequest(operation, id)).state).toBe("accepted");
    expect(await listCoefficientKeys(operation.id)).toHaveLength(1);
    expect(await testStays(operation, operation.point("École").prm)).toEqual([["consumer", "2026-03-01", null]]);
  });

  test("accepted late, for a day that is over, it takes effect at once", async () => {
    const { prm, draft } = await requestHouse();
    const id = await sendNewRequest(operation, draft);
    await acceptTestRequest(operation, id, wanted, addDays(wanted, 3));
    expect(await testStays(operation, prm)).toEqual([["consumer", wanted, null]]);
    expect(await readTestRequest(operation, id)).toMatchObject({ state: "in_effect", lastDay: addDays(wanted, 3) });
  });

  test("withdrawn, nothing of it happens, and its key may be used otherwise", async () => {
    const { prm, draft } = await requestHouse();
    const id = await sendNewRequest(operation, draft);
    const { keyId } = await readTestRequest(operation, id);
    await expect(moveKey(operation.id, actor(), keyId ?? "", "give_up")).rejects.toMatchObject({
      code: "KEY_IN_REQUEST",
    });
    await acceptTestRequest(operation, id, EFFECT);
    await withdrawRequest(operation.id, actor(), id, addDays(answered, 1), addDays(answered, 1));
    await expect(takeTestEffect(operation, id, EFFECT)).rejects.toMatchObject({ code: "REQUEST_MOVE_REFUSED" });
    expect(await testStays(operation, prm)).toEqual([]);
    await moveKey(operation.id, actor(), keyId ?? "", "give_up");
  });
});

describe("an anomaly", () => {
  test("names what to mend; corrected, the request is sent again with its own files and a new count", async () => {
    const { houseId, draft } = await requestHouse();
    const id = await sendNewRequest(operation, draft);
    const problem = { meteringPointId: houseId, subject: "coefficients", text: "Somme supérieure à 100 %" } as const;
    await answerRequest(
      operation,
      actor(),
      id,
      { move: "report_anomaly", day: answered, problems: [problem] },
      answered,
    );
    await saveTestRequest(
      operation,
      { ...draft, wantedDay: EFFECT, key: sharesOf(operation, { Mairie: 1_000_000 }) },
      id,
    );
    await expect(sendTestRequest(operation, id, addDays(answered, 3))).rejects.toMatchObject({
      code: "REQUEST_NOT_PREPARED",
    });
    await prepareTestRequest(operation, id, addDays(answered, 3));
    await sendTestRequest(operation, id, addDays(answered, 3));
    const request = await readTestRequest(operation, id);
    expect(request).toMatchObject({ state: "sent", wantedDay: EFFECT, sentDay: addDays(answered, 3) });
    expect(
      request.events.map(({ state, wantedDay, problems, files }) => [state, wantedDay, problems, files.length]),
    ).toEqual([
      ["sent", wanted, [], 2],
      ["anomaly", wanted, [problem], 0],
      ["sent", EFFECT, [], 2],
    ]);
  });
});

describe("what leaves", () => {
  test("is kept to the byte, and is the annexe 2 of the wanted day", async () => {
    const { prm, draft } = await requestHouse();
    const id = await saveTestRequest(operation, draft);
    await prepareTestRequest(operation, id);
    const [prepared] = (await readTestRequest(operation, id)).preparedFiles;
    const before = await findRequestFile(operation.id, id, prepared?.id ?? "");
    await sendTestRequest(operation, id);
    const [event] = (await readTestRequest(operation, id)).events;
    expect(event?.files.map(({ kind, name }) => [kind, name])).toEqual([
      ["annex_2", `${operation.accNumber}_20310804_ANNEXE 2.xlsx`],
      ["letter", `${operation.accNumber}_demande-1_2031-08-04.pdf`],
    ]);
    const after = await findRequestFile(operation.id, id, event?.files[0]?.id ?? "");
    if (before?.content.kind !== "kept" || after?.content.kind !== "kept") throw new Error("the file is not kept");
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(hash(after.content.bytes)).toBe(hash(before.content.bytes));
    const { workbook } = await readAnnex2Workbook(after.content.bytes);
    expect(workbook?.consumers.map((each) => [each.prm, each.coefficientPpm])).toEqual(
      [
        [operation.point("Mairie").prm, 700_000],
        [prm, 300_000],
      ].toSorted(),
    );
  });

  test("is not prepared while the operator would refuse it", async () => {
    const { draft } = await requestHouse();
    const id = await saveTestRequest(operation, { ...draft, key: null });
    const findings = await checkRequest(operation, await readTestRequest(operation, id), written);
    expect(findings.filter(({ isBlocking }) => isBlocking).map(({ code }) => code)).toEqual(["no_coefficients"]);
    await expect(prepareTestRequest(operation, id)).rejects.toMatchObject({ code: "REQUEST_FAULTY" });
  });
});

describe("the convention", () => {
  test("ends three months after the letter, without an answer (art. 8.5.1)", async () => {
    const id = await sendNewRequest(operation, bareRequest("termination", { wantedDay: civilDate("2031-10-05") }));
    expect(await takeTestEffect(operation, id, civilDate("2031-11-04"))).toBe("early");
    expect(await takeTestEffect(operation, id, civilDate("2031-11-05"))).toBe("taken");
    const statuses = await listOperationStatuses(operation.id);
    expect(statuses).toMatchObject([{ from: "2031-11-05", status: "ended", requestId: id }]);
    expect(operationStatusOn(statuses, civilDate("2031-11-04")).status).toBe("active");
  });

  test("is suspended from the day the operator gives", async () => {
    const id = await sendNewRequest(operation, bareRequest("suspension"));
    await acceptTestRequest(operation, id, EFFECT);
    await takeTestEffect(operation, id, EFFECT);
    expect(await listOperationStatuses(operation.id)).toMatchObject([{ from: EFFECT, status: "suspended" }]);
  });
});

describe("the database", () => {
  test.for([
    ["sent", "in_effect"],
    ["sent", "draft"],
    ["sent", "sent"],
  ] as const)("refuses that a request that is %s becomes %s", async ([, next]) => {
    const id = await sendNewRequest(operation, bareRequest("coefficient_kind", { key: defaultKey() }));
    await expect(insertEvent(id, next, "2031-09-10")).rejects.toThrow(/does not become/);
    await expect(insertEvent(id, "anomaly", "2031-08-04")).rejects.toThrow(/order of its days/);
  });

  test("refuses a change of what was sent, and of what happened", async () => {
    const id = await sendNewRequest(operation, bareRequest("coefficient_kind", { key: defaultKey() }));
    const change = (text: string) => sql(text, [operation.id, id]);
    const whose = "WHERE operation_id = $1 AND";
    await expect(change(`UPDATE convention_request SET wanted_day = '2031-12-01' ${whose} id = $2`)).rejects.toThrow();
    await expect(change(`UPDATE convention_request SET state = 'in_effect' ${whose} id = $2`)).rejects.toThrow();
    await expect(change(`DELETE FROM convention_request ${whose} id = $2`)).rejects.toThrow();
    await expect(
      change(`UPDATE convention_request_event SET day = '2031-08-01' ${whose} request_id = $2`),
    ).rejects.toThrow();
    await expect(change(`DELETE FROM convention_request_event ${whose} request_id = $2`)).rejects.toThrow();
    await expect(change(`UPDATE convention_request_file SET name = 'x' ${whose} request_id = $2`)).rejects.toThrow();
  });

  const defaultKey = () => ({ kind: "default", unitPpm: 100, ppmByConsumer: new Map<string, number>() }) as const;

  const insertEvent = (id: string, state: string, day: string) =>
    sql(
      `INSERT INTO convention_request_event
         (operation_id, id, request_id, position, state, day, wanted_day, effect_day, via)
       VALUES ($1, gen_random_uuid(), $2, 99, $3, $4::date, '2031-09-01', '2031-09-01', 'cli')`,
      [operation.id, id, state, day],
    );
});

test("the trail names ids and days, nobody", async () => {
  const { prm, draft } = await requestHouse();
  const id = await sendNewRequest(operation, draft);
  await answerRequest(
    operation,
    actor(),
    id,
    {
      move: "report_anomaly",
      day: answered,
      problems: [{ meteringPointId: null, subject: "identity", text: "Ariane Lantier est inconnue" }],
    },
    answered,
  );
  const rows = await sql("SELECT before, after FROM audit_event WHERE operation_id = $1", [operation.id]);
  const trail = JSON.stringify(rows);
  expect(trail).not.toContain("Lantier");
  expect(trail).not.toContain(prm);
});
