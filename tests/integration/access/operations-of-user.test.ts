import { beforeAll, describe, expect, test } from "vitest";
import { findOperationForUser } from "@/lib/data/operations";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import { authorizeOperationRequest, listCallerOperations } from "@/lib/server/access";
import { authenticate } from "@/lib/server/authenticate";
import type { Permission } from "@/lib/server/permissions";
import { listOperations } from "@/lib/services/list-operations";
import { apiRequest, TEST_ORIGIN } from "../../support/api-request";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let own: TestCollectivity;
let stranger: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  operation = await createTestOperation(own);
  await createTestOperation(stranger);
});

describe("an operation", () => {
  test("is found by its slug and by its ACC number, by the members of its collectivity", async () => {
    for (const [role, user] of Object.entries(own.users)) {
      for (const address of [operation.sheet.slug, operation.accNumber]) {
        const found = await findOperationForUser(user.id, address);
        expect(found).toMatchObject({ id: operation.id, role, collectivity: { id: own.id }, sheet: operation.sheet });
      }
    }
  });

  test("does not exist for anybody else", async () => {
    for (const user of Object.values(stranger.users)) {
      for (const address of [operation.sheet.slug, operation.accNumber]) {
        expect(await findOperationForUser(user.id, address)).toBeNull();
      }
    }
  });

  test("is listed to its members only", async () => {
    const idsFor = async ({ users }: TestCollectivity) => {
      const cookie = await users.elected.cookie();
      return (await listOperations(await listCallerOperations(await authenticate(new Headers({ cookie }))))).map(
        ({ id }) => id,
      );
    };
    expect(await idsFor(own)).toEqual([operation.id]);
    expect(await idsFor(stranger)).not.toContain(operation.id);
  });

  test("is not listed by the interface without a trace in its collectivity, and in no other", async () => {
    const [collectivity, other] = await Promise.all([createTestCollectivity(), createTestCollectivity()]);
    const { id, users } = collectivity;
    await createTestOperation(collectivity);
    const answer = await callApi("/api/v1/operations", { key: await users.elected.key("read") });
    expect((await answer.json()).operations).toHaveLength(1);
    const seen = await sql(
      "SELECT user_id, via, object_type FROM consultation WHERE collectivity_id = ANY($1::uuid[])",
      [[id, other.id]],
    );
    expect(seen).toEqual([{ user_id: users.elected.id, via: "api_key", object_type: "operations" }]);
  });
});

describe("what a role may do", () => {
  const GRANTED: readonly [MembershipRole, Record<Permission, boolean>][] = [
    ["admin", { read: true, write: true, administer: true }],
    ["officer", { read: true, write: true, administer: false }],
    ["elected", { read: true, write: false, administer: false }],
  ];
  const cases = GRANTED.flatMap(([role, granted]) =>
    (["read", "write", "administer"] as const).map((permission) => ({ role, permission, may: granted[permission] })),
  );

  test.for(cases)("$role, $permission: $may, by session and by key", async ({ role, permission, may }) => {
    const user = own.users[role];
    const requests = [
      apiRequest("/", { method: "POST", cookie: await user.cookie(), origin: TEST_ORIGIN }),
      apiRequest("/", { method: "POST", key: await user.key("write") }),
    ];
    for (const request of requests) {
      const access = authorizeOperationRequest(request, operation.accNumber, permission);
      if (may) await expect(access).resolves.toMatchObject({ id: operation.id, role });
      else await expect(access).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  test("a key for reading writes nothing, whoever it belongs to", async () => {
    const request = apiRequest("/", { method: "POST", key: await own.users.admin.key("read") });
    const access = authorizeOperationRequest(request, operation.accNumber, "write");
    await expect(access).rejects.toMatchObject({ code: "READ_ONLY_KEY" });
  });
});
