import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { requestDsoEnergiesAction } from "@/app/(espace)/operations/[operation]/mesures/imports/actions";
import { stopQueue } from "@/lib/data/queue";
import { civilDate } from "@/lib/domain/time/civil-date";
import { listImports } from "@/lib/services/measures/list-imports";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => {
  // Read when the first module is loaded; nobody listens there, and nothing here asks.
  Object.assign(process.env, {
    DSO_API_URL: "http://127.0.0.1:9",
    DSO_API_CLIENT_ID: "identifiant",
    DSO_API_CLIENT_SECRET: "secret",
    DSO_API_CONSUMER_PATH: "/{prm}/{start}/{end}",
    DSO_API_DATE_FORMAT: "yyyy-MM-dd",
  });
  return { headers: new Headers() };
});
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/server", () => ({ connection: async () => undefined }));

const sql = connectTestSql();

let own: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  own = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(own, { startDay: civilDate("2026-03-01") });
});

afterAll(stopQueue);

function send(from: string) {
  const form = new FormData();
  form.append("operation", operation.sheet.slug);
  form.append("from", from);
  return requestDsoEnergiesAction({ status: "idle" }, form);
}

const listEvents = () =>
  sql("SELECT action FROM audit_event WHERE operation_id = $1 AND action LIKE '%.measures'", [operation.id]);

describe("the officer", () => {
  beforeAll(async () => {
    request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  });

  test("asks, and is sent to the page that follows the request", async () => {
    const sent = await send("2026-03-01").catch((error: { digest?: string }) => error.digest);
    const [asked] = await listImports(operation.id);
    expect(sent).toContain(`/operations/${operation.sheet.slug}/mesures/imports/${asked?.id}`);
    expect(asked).toMatchObject({ status: "queued", filesTotal: 2, via: "session" }); // producers have no path here
    expect(await listEvents()).toEqual([{ action: "request.measures" }]);
  });

  test("is told of a period that is none", async () => {
    expect(await send("2026-03-02")).toMatchObject({ status: "failed", code: "UNKNOWN_PERIOD" });
    expect(await send("1999-03-01")).toMatchObject({ status: "failed", fieldErrors: { from: [expect.any(String)] } });
  });
});
