import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/auth/[...all]/route";
import { pool } from "@/lib/data/pg";
import { prisma } from "@/lib/data/prisma";
import { createTestCollectivity, TEST_PASSWORD, type TestCollectivity } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const ORIGIN = "http://localhost:3000";

let collectivity: TestCollectivity;
let network = 0;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

type Sending = { readonly cookie?: string; readonly address?: string; readonly headers?: Record<string, string> };

// Each call comes from a network of its own, unless it says otherwise.
function signIn(email: string, password: string, { cookie = "", address, headers = {} }: Sending = {}) {
  network += 1;
  return POST(
    new Request(`${ORIGIN}/api/auth/sign-in/email`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: ORIGIN,
        cookie,
        "x-forwarded-for": address ?? `2001:db8:${RUN}:${network.toString(16)}::1`,
        ...headers,
      },
      body: JSON.stringify({ email, password }),
    }),
  );
}
const RUN = Math.floor(Math.random() * 0xffff).toString(16);

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] as string)
    .filter((cookie) => !cookie.endsWith("="))
    .join("; ");

async function sessionOf(cookie: string): Promise<unknown> {
  const answer = await GET(new Request(`${ORIGIN}/api/auth/get-session`, { headers: { cookie } }));
  return answer.json();
}

/** What anybody who is refused can see, and what it costs us. */
async function look(email: string, password: string) {
  const spies = [vi.spyOn(pool, "query"), vi.spyOn(prisma, "$transaction"), vi.spyOn(prisma.user, "findUnique")];
  const answer = await signIn(email, password);
  const statements = spies.map(({ mock }) => mock.calls.length);
  for (const spy of spies) spy.mockRestore();
  return {
    status: answer.status,
    body: await answer.text(),
    headers: Object.fromEntries(answer.headers),
    cookies: answer.headers.getSetCookie(),
    statements,
  };
}

describe("who is refused", () => {
  test.for([
    ["an account that does not exist", async () => [`inconnu-${randomUUID()}@commune.test`, TEST_PASSWORD]],
    ["what is no e-mail address", async () => ["' OR 1=1 --", TEST_PASSWORD]],
    ["a deactivated account, its right password", async () => [await deactivated(), TEST_PASSWORD]],
    ["an account that only another provider opens", async () => [await withoutPassword(), TEST_PASSWORD]],
  ] as const)("cannot tell %s from a wrong password", async ([, make]) => {
    const wrong = await look(collectivity.users.officer.email, "pas le bon mot de passe");
    const [email, password] = await make();
    expect(wrong.status).toBe(401);
    expect(wrong.cookies).toEqual([]);
    expect(await look(email as string, password as string)).toEqual(wrong);
  });

  test("waits alike, whether there is an account or not", async () => {
    const { email } = collectivity.users.admin;
    const refusals = [];
    for (const account of [email, `inconnu-${randomUUID()}@commune.test`]) {
      for (let turn = 0; turn < 10; turn += 1) await signIn(account, "pas le bon mot de passe");
      const { headers, body, ...rest } = await look(account, TEST_PASSWORD);
      const { "retry-after": wait, ...others } = headers;
      expect(Number(wait)).toBeGreaterThan(0);
      expect(Number(wait)).toBeLessThanOrEqual(60);
      refusals.push({ ...rest, others, code: JSON.parse(body).error.code });
    }
    expect(refusals[0]).toMatchObject({ status: 429, code: "TOO_MANY_ATTEMPTS" });
    expect(refusals[0]).toEqual(refusals[1]);
  }, 30_000);

  async function deactivated(): Promise<string> {
    const { users } = await createTestCollectivity();
    await sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [users.elected.id]);
    return users.elected.email;
  }

  async function withoutPassword(): Promise<string> {
    const { users } = await createTestCollectivity();
    await sql("DELETE FROM account WHERE user_id = $1", [users.elected.id]);
    return users.elected.email;
  }
});

describe("an owner", () => {
  test("signs in from his browser while strangers try his password from everywhere", async () => {
    const { officer } = collectivity.users;
    const first = await signIn(officer.email, TEST_PASSWORD);
    expect(first.status).toBe(200);
    const browser = cookiesOf(first);
    for (let turn = 0; turn < 12; turn += 1) await signIn(officer.email, `essai numéro ${turn}`);
    expect((await signIn(officer.email, TEST_PASSWORD)).status).toBe(429);
    expect((await signIn(officer.email, TEST_PASSWORD, { cookie: browser })).status).toBe(200);
  }, 30_000);

  test("gets a new session each time, and the former one of his browser ends", async () => {
    const { elected } = collectivity.users;
    const former = cookiesOf(await signIn(elected.email, TEST_PASSWORD));
    expect(await sessionOf(former)).not.toBeNull();
    const next = cookiesOf(await signIn(elected.email, TEST_PASSWORD, { cookie: former }));
    expect(next).not.toBe(former);
    expect(await sessionOf(former)).toBeNull();
    expect(await sessionOf(next)).not.toBeNull();
  });

  test("gets cookies no script and no other site can use", async () => {
    const answer = await signIn(collectivity.users.elected.email, TEST_PASSWORD);
    const cookies = answer.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split("=")[0]).sort()).toEqual(["prorata.browser", "prorata.session_token"]);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).toMatch(/; Path=\/(;|$)/i);
      expect(cookie).not.toMatch(/; Domain=/i);
    }
  });
});

test.for(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
  "a form of another site, sent as %s, is not looked at",
  async (type) => {
    const { email } = collectivity.users.elected;
    expect((await signIn(email, TEST_PASSWORD, { headers: { "content-type": type } })).status).toBe(415);
  },
);

test.for(["{", "[]", "{}", '{"email":1,"password":2}', `{"email":"a@b.fr","password":"${"x".repeat(5000)}"}`])(
  "what is no sign-in is refused before anything is counted: %s",
  async (body) => {
    const headers = { "content-type": "application/json", origin: ORIGIN };
    const request = new Request(`${ORIGIN}/api/auth/sign-in/email`, { method: "POST", headers, body });
    expect([400, 413]).toContain((await POST(request)).status);
  },
);
