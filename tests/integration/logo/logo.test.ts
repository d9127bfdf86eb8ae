import { beforeAll, describe, expect, test } from "vitest";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { expectRefusal } from "../../support/expect-answer";
import { testPng } from "../../support/test-logo";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let own: TestCollectivity;
let stranger: TestCollectivity;

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
});

const address = (rest = "") => `/api/v1/collectivities/${own.id}/logo${rest}`;
const WORDS = "?altText=Blason&name=logo.png";
const listEvents = () =>
  sql<{ action: string; before: unknown; after: unknown }>(
    "SELECT action, before, after FROM audit_event WHERE collectivity_id = $1 AND action LIKE '%.logo' ORDER BY at",
    [own.id],
  );

const send = async (bytes: Uint8Array, key: string, rest = WORDS) =>
  callApi(address(rest), {
    method: "POST",
    key,
    headers: { "content-type": "image/png" },
    body: Uint8Array.from(bytes),
  });

describe("the logo of a collectivity", () => {
  test("is none at first", async () => {
    await expectRefusal(await callApi(address(), { key: await own.users.elected.key("read") }), 404, "NOT_FOUND");
  });

  test("is served as what its bytes are, to whoever reads, and to nobody else", async () => {
    const png = testPng(120, 60);
    expect((await send(png, await own.users.officer.key("write"))).status).toBe(200);
    const response = await callApi(address(), { key: await own.users.elected.key("read") });
    expect(["content-type", "x-content-type-options"].map((name) => response.headers.get(name))).toEqual([
      "image/png",
      "nosniff",
    ]);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
    await expectRefusal(await callApi(address(), { key: await stranger.users.admin.key("write") }), 404, "NOT_FOUND");
  });

  test("is replaced by the next one, and taken away, each with its trace and without its words", async () => {
    const key = await own.users.admin.key("write");
    expect((await send(testPng(200, 100), key)).status).toBe(200);
    expect((await callApi(address("/removal"), { json: {}, key })).status).toBe(200);
    await expectRefusal(await callApi(address("/removal"), { json: {}, key }), 404, "NOT_FOUND");
    const events = await listEvents();
    expect(events.map(({ action }) => action)).toEqual(["set.logo", "set.logo", "remove.logo"]);
    expect(events[1]).toMatchObject({ before: { widthPx: 120 }, after: { widthPx: 200, format: "png" } });
    expect(JSON.stringify(events)).not.toContain("Blason");
  });

  test("is no drawing, nothing too heavy, and never without its words", async () => {
    const key = await own.users.officer.key("write");
    await expectRefusal(await send(Buffer.from("<svg/>"), key), 422, "UNREADABLE_LOGO");
    await expectRefusal(await send(Buffer.alloc(1_000_001), key), 413, "FILE_TOO_LARGE");
    await expectRefusal(await send(testPng(100, 60), key, "?altText=%20&name=logo.png"), 400, "INVALID_REQUEST");
    await expectRefusal(await callApi(address(), { key }), 404, "NOT_FOUND");
  });
});
