import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settleClientAddress } from "@/lib/server/settle-client-address";

let server: Server;
let address: string;

beforeAll(async () => {
  settleClientAddress(0);
  server = createServer(({ headers }, response) => response.end(headers["x-forwarded-for"]));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

test.for<Record<string, string>>([
  {},
  { "x-forwarded-for": "198.51.100.99" },
  { "X-Forwarded-For": "198.51.100.99, 10.0.0.1" },
])("a caller who sends %j is where he calls from", async (headers) => {
  expect(await (await fetch(address, { headers })).text()).toBe("127.0.0.1");
});
