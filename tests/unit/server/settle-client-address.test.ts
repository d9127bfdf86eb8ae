import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setAnswerHeader } from "@/lib/server/answer-headers";
import { settleClientAddress } from "@/lib/server/settle-client-address";
import { hasUnbelievedProxy } from "@/lib/services/instance/unbelieved-proxy";

let server: Server;
let address: string;
const seen: string[] = [];

beforeAll(async () => {
  settleClientAddress(0);
  server = createServer((request, response) => {
    // As a route handler sees them.
    const headers = new Headers(request.headers as Record<string, string>);
    seen.push(headers.get("x-prorata-request") ?? "");
    setAnswerHeader(headers, "RateLimit-Remaining", request.url?.slice(1) ?? "");
    response.end(headers.get("x-forwarded-for"));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

test("a proxy beside us that nobody declared is noted, and nothing else is", async () => {
  Object.assign(globalThis, { hasUnbelievedProxy: false });
  await fetch(address);
  expect(hasUnbelievedProxy()).toBe(false);
  await fetch(address, { headers: { "x-forwarded-for": "198.51.100.99" } });
  expect(hasUnbelievedProxy()).toBe(true);
});

test.for<Record<string, string>>([
  {},
  { "x-forwarded-for": "198.51.100.99" },
  { "X-Forwarded-For": "198.51.100.99, 10.0.0.1" },
])("a caller who sends %j is where he calls from", async (headers) => {
  expect(await (await fetch(address, { headers })).text()).toBe("127.0.0.1");
});

test("what is said of a call stands on its own answer, whoever names another one", async () => {
  const answers = await Promise.all(
    ["7", "8", "9"].map((left) => fetch(`${address}/${left}`, { headers: { "x-prorata-request": seen[0] ?? "" } })),
  );
  expect(answers.map(({ headers }) => headers.get("ratelimit-remaining"))).toEqual(["7", "8", "9"]);
  expect(new Set(seen).size).toBe(seen.length);
});

test("a path that is no UTF-8 is another one, which can be read, before anybody routes it", async () => {
  const { headers } = await fetch(`${address}/%ff`);
  expect(headers.get("ratelimit-remaining")).toBe("%EF%BF%BD");
});

test("nothing is said on an answer that is gone", () => {
  setAnswerHeader(new Headers({ "x-prorata-request": seen[0] ?? "" }), "RateLimit-Remaining", "1");
  setAnswerHeader(new Headers(), "RateLimit-Remaining", "1");
});
