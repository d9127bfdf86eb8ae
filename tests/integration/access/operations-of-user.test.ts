import { beforeAll, describe, expect, test } from "vitest";
import { findOperationForUser } from "@/lib/data/operations";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import { authorizeOperationRequest } from "@/lib/server/access";
import type { Permission } from "@/lib/server/permissions";
import { listOperations } from "@/lib/services/list-operations";
import { apiRequest, TEST_ORIGIN } from "../../support/api-request";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";

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
    const idsFor = async ({ users }: TestCollectivity) => (await listOperations(users.elected.id)).map(({ id }) => id);
    expect(await idsFor(own)).toEqual([operation.id]);
    expect(await idsFor(stranger)).not.toContain(operation.id);
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
