import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { operatorScope } from "@/lib/cli/operator-scope";
import { createAccount } from "@/lib/services/accounts/create-account";
import { auth } from "@/lib/services/auth";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const PASSWORD = "une longue phrase à retenir";

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

const newEmail = () => `Nouvelle.Personne-${randomUUID()}@Commune.test`;

const create = (email: string) =>
  createAccount(
    collectivity.id,
    { email, name: "Nouvelle Personne", password: PASSWORD, role: "officer" },
    operatorScope.actor,
  );

/** What a browser that fills in the sign-in form gets. */
const signIn = (email: string, password: string) =>
  auth.api.signInEmail({ body: { email, password }, asResponse: true });

describe("an account made on the command line", () => {
  test("signs in with its password, however its address is written, and its session holds", async () => {
    const email = newEmail();
    expect(await create(email)).toEqual({ status: "created" });
    for (const typed of [email, email.toLowerCase(), email.toUpperCase()]) {
      const response = await signIn(typed, PASSWORD);
      expect(response.status).toBe(200);
      const cookie = response.headers.getSetCookie().join("; ");
      const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
      expect(session?.user).toMatchObject({ email: email.toLowerCase(), name: "Nouvelle Personne" });
    }
  });

  test.for([`${PASSWORD} `, PASSWORD.toUpperCase(), "", "x".repeat(129)])("does not with %j", async (password) => {
    const email = newEmail();
    await create(email);
    const response = await signIn(email, password);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test("keeps no password in clear", async () => {
    const email = newEmail();
    await create(email);
    const rows = await sql<{ password: string }>(
      `SELECT password FROM account JOIN "user" u ON u.id = user_id WHERE email = $1`,
      [email.toLowerCase()],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.password).not.toContain(PASSWORD);
    expect(rows[0]?.password.length).toBeGreaterThan(64);
  });

  test("is one for an address, even when two make it at once", async () => {
    const email = newEmail();
    const both = await Promise.all([create(email), create(email.toLowerCase())]);
    expect(both.map(({ status }) => status).sort()).toEqual(["created", "exists"]);
    expect(await create(email)).toEqual({ status: "exists" });
  });

  test("leaves an audit event", async () => {
    const email = newEmail();
    await create(email);
    const events = await sql(
      `SELECT action, via, collectivity_id, after FROM audit_event a JOIN "user" u ON u.id::text = a.object_id
        WHERE u.email = $1`,
      [email.toLowerCase()],
    );
    expect(events).toEqual([
      { action: "create.account", via: "cli", collectivity_id: collectivity.id, after: { role: "officer" } },
    ]);
  });
});

test("nobody can make an account of his own", async () => {
  const email = newEmail().toLowerCase();
  const request = new Request("http://localhost:3000/api/auth/sign-up/email", {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://localhost:3000" },
    body: JSON.stringify({ email, name: "Intrus", password: PASSWORD }),
  });
  expect((await auth.handler(request)).status).toBe(400);
  expect(await sql(`SELECT FROM "user" WHERE email = $1`, [email])).toEqual([]);
});
