import { beforeEach, describe, expect, test } from "vitest";
import { keepAdministrators } from "@/lib/data/administrators";
import { writeOperationRole } from "@/lib/data/operation-role-writing";
import { DomainError } from "@/lib/domain/errors";
import { deactivateAccount } from "@/lib/services/access/deactivate-account";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let own: TestCollectivity;
let operation: TestOperation;
let admin: TestUser;

beforeEach(async () => {
  own = await createTestCollectivity();
  operation = await createTestOperation(own);
  ({ admin } = own.users);
});

const demote = (user: TestUser) =>
  keepAdministrators([own.id], (client) =>
    client.query("UPDATE membership SET role = 'officer' WHERE collectivity_id = $1 AND user_id = $2", [
      own.id,
      user.id,
    ]),
  );
const setRole = (user: TestUser, role: "admin" | "officer" | null) =>
  writeOperationRole(operation.id, user.id, role, admin.actor);
const secondAdmin = () => createTestAccount({ collectivityId: own.id, role: "admin" });
const LAST = { code: "LAST_ADMINISTRATOR" };

describe("a collectivity", () => {
  test("keeps its last administrator: no lower role, no deactivation", async () => {
    await expect(demote(admin)).rejects.toMatchObject(LAST);
    const other = await secondAdmin();
    await deactivateAccount(admin.actor, other.id);
    // A deactivated one administers nothing.
    await expect(demote(admin)).rejects.toMatchObject(LAST);
    expect(await sql("SELECT role FROM membership WHERE user_id = $1", [admin.id])).toEqual([{ role: "admin" }]);
  });

  test("lets one of two go", async () => {
    const other = await secondAdmin();
    await demote(other);
    await expect(demote(admin)).rejects.toMatchObject(LAST);
  });

  test("with an administrator of its operation only cannot lose its own", async () => {
    await setRole(own.users.officer, "admin");
    await expect(demote(admin)).rejects.toMatchObject(LAST);
  });

  test("loses the last one to the administrator of the installation, who can appoint another", async () => {
    const instance = await createTestAccount("instance");
    expect(await deactivateAccount(instance.actor, admin.id)).toBe(true);
  });

  test("keeps one of two administrators who take each other's role away at once", async () => {
    const other = await secondAdmin();
    const results = await Promise.allSettled([
      demote(other),
      demote(admin),
      deactivateAccount(admin.actor, other.id),
      deactivateAccount(other.actor, admin.id),
    ]);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toBeInstanceOf(DomainError);
    const left = await sql(
      `SELECT 1 FROM membership m JOIN "user" u ON u.id = m.user_id
        WHERE m.collectivity_id = $1 AND m.role = 'admin' AND u.deactivated_at IS NULL`,
      [own.id],
    );
    expect(left).toHaveLength(1);
  });
});

describe("an operation", () => {
  test("whose collectivity has no administrator keeps its own", async () => {
    await setRole(own.users.officer, "admin");
    await sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [admin.id]);
    await expect(setRole(own.users.officer, null)).rejects.toMatchObject(LAST);
    await expect(setRole(own.users.officer, "officer")).rejects.toMatchObject(LAST);
  });

  test("lets its own go where the collectivity has one, and leaves a trace by id only", async () => {
    expect(await setRole(own.users.officer, "admin")).toBe(true);
    expect(await setRole(own.users.officer, "admin")).toBe(false);
    expect(await setRole(own.users.officer, null)).toBe(true);
    const events = await sql(
      `SELECT action, before, after, actor_user_id::text AS actor FROM audit_event
        WHERE operation_id = $1 AND object_id = $2 ORDER BY at`,
      [operation.id, own.users.officer.id],
    );
    expect(events).toEqual([
      { action: "set.operation_role", before: null, after: { role: "admin" }, actor: admin.id },
      { action: "withdraw.operation_role", before: { role: "admin" }, after: null, actor: admin.id },
    ]);
  });

  test("gives no role at once to who is no member", async () => {
    const stranger = await createTestAccount(null);
    await expect(setRole(stranger, "officer")).rejects.toMatchObject({ code: "UNKNOWN_MEMBER" });
  });
});
