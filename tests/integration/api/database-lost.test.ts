import { createHmac } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { API_ROUTES } from "@/lib/schemas/api/api-routes";
import { callApi } from "../../support/call-api";
import { expectRefusal } from "../../support/expect-answer";

// Before anything opens it: a port on which nobody listens.
const realUrl = vi.hoisted(() => {
  const url = process.env.DATABASE_URL;
  process.env.DATABASE_URL = "postgresql://postgres@127.0.0.1:1/nowhere";
  process.env.LOG_LEVEL = "silent"; // each answer here is logged with its stack, as it should
  return url;
});

afterAll(() => {
  process.env.DATABASE_URL = realUrl;
});

// A session is looked up only when its signature is ours.
function signedCookie(token: string): string {
  const signature = createHmac("sha256", process.env.AUTH_SECRET ?? "")
    .update(token)
    .digest("base64");
  return `prorata.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

const closed = API_ROUTES.filter(({ scope }) => scope !== null);
const callers: readonly { as: string; headers: Record<string, string> }[] = [
  { as: "a key", headers: { authorization: "Bearer prorata_any" } },
  { as: "a session", headers: { cookie: signedCookie("any") } },
];
const cases = closed.flatMap(({ method, path }) => callers.map((caller) => ({ method, path, ...caller })));

test.for(cases)(
  "$method $path with $as says that the database is away, not that the caller is unknown",
  async (each) => {
    const { method, path, headers } = each;
    const response = await callApi(path.replace("{acc}", "acc").replace("{id}", "id"), { method, headers });
    expect(response.headers.get("retry-after")).toBe("10");
    await expectRefusal(response, 503, "DATABASE_UNREACHABLE");
  },
);
