import { beforeAll, describe, expect, test } from "vitest";
import { API_ROUTES } from "@/lib/schemas/api/api-routes";
import { createApiKey } from "@/lib/services/accounts/create-api-key";
import { TEST_ORIGIN } from "../../support/api-request";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { connectTestSql } from "../../support/test-sql";

const UNKNOWN_PRM = "99999999999999";
const UNKNOWN_ID = "01890000-0000-7000-8000-00000000ffff";

const sql = connectTestSql();

let own: TestCollectivity;
let operation: TestOperation;
let cookie: string;

beforeAll(async () => {
  own = await createTestCollectivity();
  operation = await createTestOperation(own);
  cookie = await own.users.admin.cookie();
});

const closed = API_ROUTES.filter(({ scope }) => scope !== null);
const inOperation = closed.filter(({ path }) => path.includes("{acc}"));
const posting = closed.filter(({ method }) => method !== "GET");
const named = (route: (typeof API_ROUTES)[number]) => ({ ...route, name: `${route.method} ${route.path}` });

function address(path: string, acc = operation.accNumber): string {
  const query = path.endsWith("/series") ? "?day=2026-03-01" : "";
  return (
    path
      .replace("{acc}", acc)
      .replace("{collectivity}", own.id)
      .replace("{id}", UNKNOWN_ID)
      .replace("{prm}", UNKNOWN_PRM)
      .replace("{from}", "2026-03-01") + query
  );
}

describe.for(closed.map(named))("$name", ({ method, path }) => {
  test.for(["prorata_wrong", "", "x".repeat(2000)])("refuses the key %j", async (key) => {
    const response = await callApi(address(path), { method, headers: { authorization: `Bearer ${key}` } });
    await expectRefusal(response, 401, "UNAUTHENTICATED");
  });
});

describe.for(inOperation.map(named))("$name", ({ method, path }) => {
  test.for(["ACC99999999", "inconnue", "%00", "é", "a".repeat(5000), "ACC00000001'--"])(
    "knows no operation %j",
    async (acc) => {
      const key = await own.users.admin.key("write");
      const response = await callApi(address(path, encodeURIComponent(decodeURIComponent(acc))), { method, key });
      await expectRefusal(response, 404, "NOT_FOUND");
    },
  );
});

describe.for(posting.map(named))("$name", ({ method, path }) => {
  test.for(["https://ailleurs.example", "null", undefined, `${TEST_ORIGIN}.ailleurs.example`])(
    "refuses a session that comes from %j",
    async (origin) => {
      const response = await callApi(address(path), { method, cookie, ...(origin ? { origin } : {}) });
      await expectRefusal(response, 403, "FOREIGN_ORIGIN");
    },
  );

  test("takes a session from its own pages", async () => {
    const response = await callApi(address(path), { method, cookie, origin: TEST_ORIGIN });
    expect([400, 415]).toContain(response.status); // what was sent is empty, but was looked at
  });
});

test("a caller without a key is told how to bring one", async () => {
  const response = await callApi("/api/v1/operations");
  expect(response.headers.get("www-authenticate")).toContain("Bearer");
  await expectRefusal(response, 401, "UNAUTHENTICATED");
});

// As if it had made most of its calls within the second: nothing comes back meanwhile.
const NEARLY_EMPTY = "UPDATE api_key SET calls_left = 2, filled_at = now() + interval '1 hour' WHERE id = $1";

test("a key over its quota waits", async () => {
  const { id: userId, actor } = own.users.officer;
  const { id, key } = await createApiKey(userId, { name: "quota", scope: "read", days: 30 }, actor, new Date());
  await sql(NEARLY_EMPTY, [id]);
  const path = address("/api/v1/operations/{acc}/imports");
  const answers = [];
  for (let call = 0; call < 4; call += 1) answers.push(await callApi(path, { key }));
  const last = answers.at(-1) as Response;
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
  expect(Number(last.headers.get("retry-after"))).toBe(1);
  await expectRefusal(last, 429, "TOO_MANY_REQUESTS");
});
