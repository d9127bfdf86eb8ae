import { beforeAll, describe, expect, test, vi } from "vitest";
import { forgetAnswerAction } from "@/app/(espace)/operations/[operation]/mesures/imports/actions";
import {
  decideMeasureAction,
  releaseDecisionAction,
} from "@/app/(espace)/operations/[operation]/mesures/prm/[prm]/actions";
import {
  dismissSuspicionAction,
  restoreSuspicionAction,
} from "@/app/(espace)/operations/[operation]/mesures/suspicions-actions";
import { listDecisionsOfCurve } from "@/lib/data/measure-decisions";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { findOperationSuspicions } from "@/lib/services/measures/find-operation-suspicions";
import { listSuspicions } from "@/lib/services/measures/list-suspicions";
import { readRememberedAnswers } from "@/lib/services/measures/remembered-answers";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const sql = connectTestSql();
const START = civilDate("2026-06-01");
const HALF_HOUR_MS = 1_800_000;
const MASKED = "XXXXXXXXXX1234";

let own: TestCollectivity;
let operation: TestOperation;
let suspicion: string;

beforeAll(async () => {
  own = await createTestCollectivity();
  operation = await createTestOperation(own, { startDay: START });
  await importTestCurves(operation, [{ point: "Mairie", days: ["2026-06-01", "2026-06-10"], energyWh: 500 }]);
  await findOperationSuspicions(operation.id);
  suspicion = (await listSuspicions(operation.id)).open[0]?.id as string;
  await sql("INSERT INTO type_token_answer (operation_id, token, quantity) VALUES ($1, 'machin', 'withdrawal')", [
    operation.id,
  ]);
  await sql("INSERT INTO identifier_answer (operation_id, identifier, metering_point_id) VALUES ($1, $2, $3)", [
    operation.id,
    MASKED,
    operation.point("Mairie").id,
  ]);
});

type Form = Readonly<Record<string, string>>;
type Action = typeof decideMeasureAction;

const decision = (over: Form = {}): Form => ({
  meteringPointId: operation.point("Mairie").id,
  quantity: "withdrawal",
  kind: "value",
  startMs: String(parisMidnightMs(START)),
  endMs: String(parisMidnightMs(START) + HALF_HOUR_MS),
  powerKw: "1,5",
  reason: "Relevé sur place",
  ...over,
});

const listDecisions = () => listDecisionsOfCurve(operation.id, operation.point("Mairie").id, "withdrawal");

function send(action: Action, form: Form) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...form, operation: operation.sheet.slug })) data.append(name, value);
  return action({ status: "idle" }, data);
}

const countEvents = async () =>
  (await sql("SELECT id FROM audit_event WHERE operation_id = $1", [operation.id])).length;

const listRemembered = async () =>
  (await readRememberedAnswers(operation.id)).map(({ kind, text }) => [kind, text] as const);

describe("the officer", () => {
  beforeAll(async () => {
    request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  });

  test("decides, and lets it go once", async () => {
    expect(await send(decideMeasureAction, decision())).toMatchObject({ status: "done" });
    const [kept] = await listDecisions();
    expect(kept).toMatchObject({ powerW: 1500, reason: "Relevé sur place", releasedAtMs: null });
    expect(await send(decideMeasureAction, decision())).toMatchObject({ status: "failed", code: "ALREADY_DECIDED" });
    const form = { decision: kept?.id as string };
    expect(await send(releaseDecisionAction, form)).toMatchObject({ status: "done" });
    expect(await send(releaseDecisionAction, form)).toMatchObject({ status: "failed", code: "ALREADY_RELEASED" });
  });

  test.for([
    ["reason", { reason: "  " }],
    ["powerKw", { powerKw: "beaucoup" }],
    ["endMs", { endMs: "1" }],
    ["kind", { kind: "zero" }],
  ] as const)("is told of a wrong %s beside its field", async ([field, over]) => {
    const state = await send(decideMeasureAction, decision(over));
    expect(state).toMatchObject({ status: "failed", fieldErrors: { [field]: [expect.any(String)] } });
  });

  test("finds a suspicion normal with a reason, and puts it back", async () => {
    const unsaid = await send(dismissSuspicionAction, { suspicion, reason: " " });
    expect(unsaid).toMatchObject({ status: "failed", fieldErrors: { reason: [expect.any(String)] } });
    expect(await send(dismissSuspicionAction, { suspicion, reason: "Travaux" })).toMatchObject({ status: "done" });
    const { open, dismissed } = await listSuspicions(operation.id);
    expect([open.length, dismissed.map(({ dismissal }) => dismissal?.reason)]).toEqual([0, ["Travaux"]]);
    expect(await send(restoreSuspicionAction, { suspicion })).toMatchObject({ status: "done" });
    expect((await listSuspicions(operation.id)).open).toHaveLength(1);
  });

  test("forgets what a word stands for and whose an identifier is, each once in the journal", async () => {
    const before = await countEvents();
    for (const [kind, text] of await listRemembered()) {
      expect(await send(forgetAnswerAction, { kind, text })).toMatchObject({ status: "done" });
      await send(forgetAnswerAction, { kind, text });
    }
    expect(await listRemembered()).toEqual([]);
    expect(await countEvents()).toBe(before + 2);
  });
});
