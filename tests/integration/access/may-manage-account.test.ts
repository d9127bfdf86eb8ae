import { beforeAll, describe, expect, test } from "vitest";
import { deactivateAccount } from "@/lib/services/access/deactivate-account";
import { mayManageAccount } from "@/lib/services/access/may-manage-account";
import { reactivateAccount } from "@/lib/services/access/reactivate-account";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let own: TestCollectivity;
let other: TestCollectivity;
let people: Readonly<Record<string, TestUser>>;

beforeAll(async () => {
  [own, other] = await Promise.all([createTestCollectivity(), createTestCollectivity("Commune voisine")]);
  const [operation, elsewhere] = [await createTestOperation(own), await createTestOperation(other)];
  const giveRole = (user: TestUser, operationId: string) =>
    sql("INSERT INTO operation_role (operation_id, user_id, role) VALUES ($1, $2, 'officer')", [operationId, user.id]);
  const [instance, nobody, guest, both, auditor] = await Promise.all([
    createTestAccount("instance"),
    createTestAccount(null),
    createTestAccount(null),
    createTestAccount({ collectivityId: own.id, role: "elected" }),
    createTestAccount(null),
  ]);
  await giveRole(guest, operation.id);
  await giveRole(both, elsewhere.id);
  const snapshotId = await takeClimateSnapshot(own.id, own.users.admin.actor, "Avant l’audit");
  await sql(
    `INSERT INTO climate_audit
       (id, collectivity_id, star, has_objectives_contract, auditor_id, started_at, start_snapshot_id)
     VALUES (gen_random_uuid(), $1, 1, false, $2, now(), $3)`,
    [own.id, auditor.id, snapshotId],
  );
  const { admin, officer, elected } = own.users;
  people = { ...{ instance, nobody, guest, both, auditor, admin, officer, elected }, stranger: other.users.admin };
});

const person = (name: string): TestUser => {
  const found = people[name];
  if (!found) throw new Error(name);
  return found;
};

describe("who manages the account of whom", () => {
  test.for<{ manager: string; account: string; may: boolean; why: string }>([
    { manager: "admin", account: "officer", may: true, why: "all of its rights are in his collectivity" },
    { manager: "admin", account: "elected", may: true, why: "the same" },
    { manager: "admin", account: "guest", may: true, why: "a role in one of its operations" },
    { manager: "admin", account: "auditor", may: true, why: "an audit of its plan" },
    { manager: "admin", account: "both", may: false, why: "a right elsewhere" },
    { manager: "admin", account: "stranger", may: false, why: "all rights elsewhere" },
    { manager: "admin", account: "nobody", may: false, why: "no right: the installation's" },
    { manager: "admin", account: "admin", may: false, why: "his own" },
    { manager: "admin", account: "instance", may: false, why: "above him" },
    { manager: "officer", account: "elected", may: false, why: "no administrator" },
    { manager: "guest", account: "elected", may: false, why: "a role in an operation gives no account" },
    { manager: "nobody", account: "elected", may: false, why: "no right" },
    { manager: "instance", account: "both", may: true, why: "the installation's" },
    { manager: "instance", account: "nobody", may: true, why: "the installation's" },
    { manager: "instance", account: "instance", may: false, why: "his own" },
  ])("$manager, of $account: $may, $why", async ({ manager, account, may }) => {
    const { actor } = person(manager);
    expect(await mayManageAccount(actor, person(account).id)).toBe(may);
    // A key is not a person.
    expect(await mayManageAccount({ ...actor, via: "api_key" }, person(account).id)).toBe(false);
    if (may) return;
    await expect(deactivateAccount(actor, person(account).id)).rejects.toMatchObject({ code: "ACCOUNT_NOT_YOURS" });
    await expect(reactivateAccount(actor, person(account).id)).rejects.toMatchObject({ code: "ACCOUNT_NOT_YOURS" });
  });

  test("an administrator of the installation is managed by no other", async () => {
    const second = await createTestAccount("instance");
    expect(await mayManageAccount(person("instance").actor, second.id)).toBe(false);
  });

  test("a deactivated manager manages nothing", async () => {
    const manager = await createTestAccount({ collectivityId: own.id, role: "admin" });
    expect(await deactivateAccount(person("admin").actor, manager.id)).toBe(true);
    expect(await mayManageAccount(manager.actor, person("officer").id)).toBe(false);
  });
});

test("deactivating ends the sessions, once; opening again leaves the rights as they were", async () => {
  const user = person("elected");
  await user.cookie();
  const { actor } = person("admin");
  expect(await deactivateAccount(actor, user.id)).toBe(true);
  expect(await deactivateAccount(actor, user.id)).toBe(false);
  expect(await sql("SELECT FROM session WHERE user_id = $1", [user.id])).toEqual([]);
  expect(await reactivateAccount(actor, user.id)).toBe(true);
  expect(await reactivateAccount(actor, user.id)).toBe(false);
  const events = await sql(
    "SELECT action, collectivity_id::text AS of, before, after FROM audit_event WHERE object_id = $1 AND action LIKE '%activate.account' ORDER BY at",
    [user.id],
  );
  expect(events).toEqual([
    { action: "deactivate.account", of: own.id, before: null, after: null },
    { action: "reactivate.account", of: null, before: null, after: null },
  ]);
});
