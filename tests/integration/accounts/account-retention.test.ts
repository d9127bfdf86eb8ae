import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/data/scope";
import { eraseExpiredAccounts } from "@/lib/services/access/erase-expired-accounts";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const JOB: Actor = { userId: null, via: "job" };
/** Long before anything the other tests do, so that no account of theirs is a year old. */
const THEN = "2001-01-01T03:30:00Z";
const LATER = (day: string) => new Date(`${day}T03:30:00Z`);

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity);
});

const setSince = (user: TestUser, column: "deactivated_at" | "rightless_since", at: string | null = THEN) =>
  sql(`UPDATE "user" SET ${column} = $2 WHERE id = $1`, [user.id, at]);
const stateOf = async ({ id }: TestUser) =>
  (await sql<{ name: string; email: string }>(`SELECT name, email FROM "user" WHERE id = $1`, [id]))[0];
const isErased = async (user: TestUser) => (await stateOf(user))?.name === "Compte effacé";

/** Tables that hold a text somewhere, in any column. */
async function listTablesWith(text: string): Promise<readonly string[]> {
  const tables = await sql<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql(`SELECT FROM ${name} t WHERE position($1 IN t::text) > 0 LIMIT 1`, [text]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe("an account", () => {
  test("deactivated for a year is erased wherever its address stands; its id stays in the trail", async () => {
    const user = await createTestAccount({ collectivityId: collectivity.id, role: "officer" });
    await sql("INSERT INTO operation_role (operation_id, user_id, role) VALUES ($1, $2, 'admin')", [
      operation.id,
      user.id,
    ]);
    await user.cookie();
    await user.key("write");
    await sql(`UPDATE "user" SET name = 'Nom unique du compte' WHERE id = $1`, [user.id]);
    const target = { kind: "collectivity", collectivityId: collectivity.id, role: "admin" } as const;
    const other = (await createTestCollectivity()).users.admin;
    await invitePerson(
      other.actor,
      { ...target, collectivityId: (await createTestCollectivity()).id },
      { email: user.email, name: "Nom unique du compte" },
      { now: new Date() },
    );
    await setSince(user, "deactivated_at");

    await eraseExpiredAccounts(JOB, LATER("2001-12-31"));
    expect(await isErased(user)).toBe(false);
    await eraseExpiredAccounts(JOB, LATER("2002-01-01"));
    expect(await stateOf(user)).toEqual({ name: "Compte effacé", email: `${user.id}@compte-efface.invalid` });
    expect(await listTablesWith(user.email)).toEqual([]);
    expect(await listTablesWith("Nom unique du compte")).toEqual([]);
    for (const table of ["membership", "operation_role", "session", "account"]) {
      expect(await sql(`SELECT FROM ${table} WHERE user_id = $1`, [user.id]), table).toEqual([]);
    }
    const trail = await sql("SELECT action FROM audit_event WHERE object_id = $1 ORDER BY at", [user.id]);
    expect(trail.map(({ action }) => action)).toEqual(["create.account", "erase.account"]);
    expect(await eraseExpiredAccounts(JOB, LATER("2002-01-02"))).toEqual({ erased: 0, failed: 0 });
  });

  test.for<{ what: string; right: "instance" | "none" | "member"; rightless: string | null; erased: boolean }>([
    { what: "without a right for a year", right: "none", rightless: THEN, erased: true },
    { what: "without a right since less", right: "none", rightless: "2001-06-01T00:00:00Z", erased: false },
    { what: "given a right again", right: "member", rightless: THEN, erased: false },
    { what: "of the administrator of the installation", right: "instance", rightless: THEN, erased: false },
  ])("$what is erased: $erased", async ({ right, rightless, erased }) => {
    const member = { collectivityId: collectivity.id, role: "elected" } as const;
    const user = await createTestAccount(right === "member" ? member : right === "none" ? null : right);
    await setSince(user, "rightless_since", rightless);
    await eraseExpiredAccounts(JOB, LATER("2002-01-01"));
    expect(await isErased(user)).toBe(erased);
  });

  test("is noted when it has no right any more, and forgotten when it has one again", async () => {
    const user = await createTestAccount(null);
    const since = async () =>
      (await sql<{ at: Date | null }>(`SELECT rightless_since AS at FROM "user" WHERE id = $1`, [user.id]))[0]?.at;
    await eraseExpiredAccounts(JOB, LATER("2000-01-01"));
    expect(await since()).toEqual(LATER("2000-01-01"));
    await sql("INSERT INTO membership (collectivity_id, user_id, role) VALUES ($1, $2, 'elected')", [
      collectivity.id,
      user.id,
    ]);
    await eraseExpiredAccounts(JOB, LATER("2000-01-02"));
    expect(await since()).toBeNull();
    // Nobody else's account was taken for a year old by these days of long ago.
    expect(await isErased(collectivity.users.admin)).toBe(false);
    await sql(`UPDATE "user" SET rightless_since = NULL WHERE rightless_since < '2010-01-01'`);
  });
});
