import { beforeAll, describe, expect, test } from "vitest";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import {
  authorizeCallerIn,
  authorizeCallerInPlan,
  authorizeOperationRequest,
  listCallerOperations,
} from "@/lib/server/access";
import { authenticate } from "@/lib/server/authenticate";
import { isGrantedInCollectivity, type Permission } from "@/lib/server/permissions";
import { listOperations } from "@/lib/services/list-operations";
import { apiRequest } from "../../support/api-request";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity, type TestUser } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let own: TestCollectivity;
let other: TestCollectivity;
let operation: TestOperation;
let sibling: TestOperation;

beforeAll(async () => {
  [own, other] = await Promise.all([createTestCollectivity(), createTestCollectivity("Commune voisine")]);
  operation = await createTestOperation(own);
  sibling = await createTestOperation(own);
});

async function giveRole(user: TestUser, role: MembershipRole | null): Promise<void> {
  await sql("DELETE FROM operation_role WHERE user_id = $1", [user.id]);
  if (!role) return;
  await sql(`INSERT INTO operation_role (operation_id, user_id, role) VALUES ($1, $2, $3::"MembershipRole")`, [
    operation.id,
    user.id,
    role,
  ]);
}

const authorize = async (user: TestUser, address: string, permission: Permission) =>
  authorizeOperationRequest(apiRequest("/", { method: "POST", key: await user.key("write") }), address, permission);

const callerOf = async (user: TestUser) => authenticate(new Headers({ cookie: await user.cookie() }));

describe("a role in an operation", () => {
  test.for<{ of: MembershipRole; role: MembershipRole | null; permission: Permission; may: boolean }>([
    { of: "elected", role: null, permission: "write", may: false },
    { of: "elected", role: "officer", permission: "write", may: true },
    { of: "elected", role: "officer", permission: "administer", may: false },
    { of: "elected", role: "admin", permission: "administer", may: true },
    // The lower one takes nothing away.
    { of: "officer", role: "elected", permission: "write", may: true },
    { of: "admin", role: "elected", permission: "administer", may: true },
  ])("$of of the collectivity, $role of the operation, $permission: $may", async ({ of, role, permission, may }) => {
    const user = own.users[of];
    await giveRole(user, role);
    const access = authorize(user, operation.accNumber, permission);
    if (may) await expect(access).resolves.toMatchObject({ id: operation.id, collectivity: { role: of } });
    else await expect(access).rejects.toMatchObject({ code: "FORBIDDEN" });
    // And of this operation only.
    if (of === "elected") {
      await expect(authorize(user, sibling.accNumber, "write")).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await giveRole(user, null);
  });
});

describe("somebody of another collectivity with a role in the operation", () => {
  let guest: TestUser;
  beforeAll(async () => {
    guest = other.users.officer;
    await giveRole(guest, "officer");
    return () => giveRole(guest, null);
  });
  test("sees that operation and no other, wherever operations are listed", async () => {
    const listed = await listCallerOperations(await callerOf(guest));
    expect((await listOperations(listed)).map(({ id }) => id)).toEqual([operation.id]);
    const [proven] = listed;
    expect(proven).toMatchObject({ id: operation.id, role: "officer", collectivity: { id: own.id, role: null } });
    for (const path of ["/api/v1/operations", `/api/v1/deadlines?collectivity=${own.id}`]) {
      const answer = await callApi(path, { key: await guest.key("read") });
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain(sibling.accNumber);
    }
    await expect(authorize(guest, sibling.accNumber, "read")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("writes in it as an officer does", async () => {
    const proven = await authorize(guest, operation.accNumber, "write");
    expect(proven.mayReadWords).toBe(true);
    expect(isGrantedInCollectivity(proven, "write")).toBe(false);
    await expect(authorize(guest, operation.accNumber, "administer")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("has nothing of the collectivity but the logo its reports show", async () => {
    const caller = await callerOf(guest);
    await expect(authorizeCallerIn(caller, own.id, "read")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(authorizeCallerInPlan(caller, own.id, "read")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const logo = (user: TestUser) =>
      user.key("read").then((key) => callApi(`/api/v1/collectivities/${own.id}/logo`, { key }));
    expect(await (await logo(guest)).json()).toEqual(await (await logo(own.users.elected)).json());
    expect((await logo(other.users.admin)).status).toBe(404);
  });
});

describe("the administrator of the installation", () => {
  const make = (userId: string) => sql(`UPDATE "user" SET is_instance_admin = true WHERE id = $1`, [userId]);
  const REFUSED = /the administrator of the instance has no other right/;

  test("is nobody who has another right", async () => {
    await expect(make(own.users.admin.id)).rejects.toThrow(REFUSED);
    await sql("DELETE FROM membership WHERE user_id = $1", [other.users.elected.id]);
    await giveRole(other.users.elected, "elected");
    await expect(make(other.users.elected.id)).rejects.toThrow(REFUSED);
  });

  test("gets no other right afterwards, and sees no operation", async () => {
    const user = other.users.elected;
    await giveRole(user, null);
    await make(user.id);
    await expect(giveRole(user, "elected")).rejects.toThrow(REFUSED);
    const join = sql(`INSERT INTO membership (collectivity_id, user_id, role) VALUES ($1, $2, 'elected')`, [
      own.id,
      user.id,
    ]);
    await expect(join).rejects.toThrow(REFUSED);
    await expect(authorize(user, operation.accNumber, "read")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listCallerOperations(await callerOf(user))).toEqual([]);
  });
});
