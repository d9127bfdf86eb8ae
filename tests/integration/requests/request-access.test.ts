import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  acceptRequestAction,
  prepareRequestAction,
  reportAnomalyAction,
  saveRequestAction,
  sendRequestAction,
  withdrawRequestAction,
} from "@/app/(espace)/operations/[operation]/echeances/demandes/actions";
import { listRequests } from "@/lib/data/convention-requests";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { bareRequest, saveTestRequest } from "../../support/test-requests";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/server", () => ({ connection: async () => undefined }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const TODAY = parisCivilDate(Date.now());

let own: TestCollectivity;
let operation: TestOperation;
let draftId: string;

beforeAll(async () => {
  own = await createTestCollectivity();
  operation = await createTestOperation(own);
  draftId = await saveTestRequest(operation, bareRequest("termination", { wantedDay: addDays(TODAY, 400) }));
});

type Form = Readonly<Record<string, string>>;

const address = () => ({ request: draftId });
const dated = () => ({ ...address(), day: TODAY });

function run(action: typeof sendRequestAction, form: Form) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...form, operation: operation.sheet.slug })) data.append(name, value);
  return action({ status: "idle" }, data);
}

describe("an officer", () => {
  beforeAll(async () => {
    request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  });

  test("writes a request, and each refusal stands beside its field", async () => {
    const suspension = { request: "", kind: "suspension", wantedDay: addDays(TODAY, 30), reason: "" };
    expect(await run(saveRequestAction, suspension)).toMatchObject({
      code: "INVALID_REQUEST",
      fieldErrors: { ground: [expect.stringContaining("motif")] },
    });
    const mairie = operation.point("Mairie").id;
    const values = { request: "", kind: "static_values", wantedDay: addDays(TODAY, 30), reason: "", keyKind: "static" };
    expect(await run(saveRequestAction, { ...values, [`percent:${mairie}`]: "120" })).toMatchObject({
      code: "INVALID_REQUEST",
    });
    expect(await run(saveRequestAction, { ...values, [`percent:${mairie}`]: "" })).toMatchObject({
      fieldErrors: { percents: [expect.stringContaining("au moins un consommateur")] },
    });
    const perimeter = { request: "", kind: "perimeter", wantedDay: addDays(TODAY, 30), reason: "" };
    expect(await run(saveRequestAction, perimeter)).toMatchObject({
      fieldErrors: { lines: [expect.stringContaining("au moins un PRM")] },
    });
    const line = `exit|${mairie}|consumer`;
    await expect(run(saveRequestAction, { ...perimeter, lines: line })).rejects.toThrow("NEXT_REDIRECT");
    expect((await listRequests(operation.id, { before: null, limit: 1 }))[0]).toMatchObject({
      number: 2,
      lines: [{ meteringPointId: mairie, role: "consumer", move: "exit" }],
    });
  });

  test("moves a request from its draft to its withdrawal", async () => {
    expect(await run(sendRequestAction, dated())).toMatchObject({ code: "REQUEST_NOT_PREPARED" });
    expect(await run(prepareRequestAction, address())).toMatchObject({ status: "done" });
    const tomorrow = { ...address(), day: addDays(TODAY, 1) };
    expect(await run(sendRequestAction, tomorrow)).toMatchObject({ code: "DAY_IN_FUTURE" });
    expect(await run(sendRequestAction, dated())).toMatchObject({ status: "done" });
    expect(await run(reportAnomalyAction, { ...dated(), subject: "notice", point: "", text: "" })).toMatchObject({
      fieldErrors: { problems: [expect.stringContaining("gestionnaire")] },
    });
    expect(
      await run(reportAnomalyAction, { ...dated(), subject: "notice", point: "", text: "Préavis non respecté" }),
    ).toMatchObject({ status: "done" });
    expect(await run(withdrawRequestAction, dated())).toMatchObject({ status: "done" });
    expect(await run(acceptRequestAction, { ...dated(), effectDay: addDays(TODAY, 9) })).toMatchObject({
      code: "REQUEST_MOVE_REFUSED",
    });
  });
});
