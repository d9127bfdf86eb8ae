import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  inviteToOperationAction,
  setOperationRoleAction,
} from "@/app/(espace)/operations/[operation]/reglages/acces/actions";
import { insertParticipantAccess } from "@/lib/data/participant-accesses";
import { readOperationAccess } from "@/lib/services/access/read-operation-access";
import { addParticipant } from "@/lib/services/registry/add-participant";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
} from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { RESIDENT } from "../../support/registry-details";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const sql = connectTestSql();

let own: TestCollectivity;
let stranger: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Commune voisine")]);
  operation = await createTestOperation(own);
});

const setRole = async (headers: Readonly<Record<string, string>>, userId: string, role: string) => {
  request.headers = new Headers(headers);
  const form = new FormData();
  for (const [name, value] of Object.entries({ operation: operation.sheet.slug, userId, role })) form.set(name, value);
  return setOperationRoleAction({ status: "idle" }, form);
};
const rolesOf = (userId: string) => sql("SELECT role FROM operation_role WHERE user_id = $1", [userId]);

describe("a role in an operation", () => {
  test("is given, changed and taken away by an administrator", async () => {
    const cookie = await own.users.admin.cookie();
    const { elected } = own.users;
    expect(await setRole({ cookie }, elected.id, "officer")).toMatchObject({ status: "done" });
    const { people } = await readOperationAccess(operation);
    expect(people.find(({ userId }) => userId === elected.id)).toMatchObject({
      ...{ collectivityRole: "elected", operationRole: "officer", role: "officer", isActive: true },
    });
    expect(await setRole({ cookie }, elected.id, "admin")).toMatchObject({ status: "done" });
    expect(await rolesOf(elected.id)).toEqual([{ role: "admin" }]);
    expect(await setRole({ cookie }, elected.id, "none")).toMatchObject({ status: "done" });
    expect(await rolesOf(elected.id)).toEqual([]);
  });

  test("is refused to who is neither a member nor there, and without a person chosen", async () => {
    const cookie = await own.users.admin.cookie();
    const nobody = await createTestAccount(null);
    expect(await setRole({ cookie }, nobody.id, "officer")).toMatchObject({ code: "UNKNOWN_MEMBER" });
    expect(await setRole({ cookie }, "", "officer")).toMatchObject({ fieldErrors: { userId: [expect.any(String)] } });
  });
});

describe("an invitation to an operation", () => {
  const invite = async (headers: Readonly<Record<string, string>>, email: string) => {
    request.headers = new Headers(headers);
    const form = new FormData();
    const fields = { operation: operation.sheet.slug, email, name: "Personne invitée", role: "officer" };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return inviteToOperationAction({ status: "idle" }, form);
  };
  const invitationsOf = (email: string) => sql("SELECT role, target_kind FROM account_link WHERE email = $1", [email]);

  test("gives a member his role at once", async () => {
    const { elected } = own.users;
    const done = await invite({ cookie: await own.users.admin.cookie() }, elected.email.toUpperCase());
    expect(done).toMatchObject({ status: "done", message: expect.stringContaining("avait déjà accès") });
    expect(await rolesOf(elected.id)).toEqual([{ role: "officer" }]);
    expect(await invitationsOf(elected.email)).toEqual([]);
  });

  test("is a link to hand over for anybody else, the account of another collectivity alike, and opens nothing yet", async () => {
    const cookie = await own.users.admin.cookie();
    const there = stranger.users.officer;
    for (const email of [`${randomUUID()}@commune.test`, there.email]) {
      const done = await invite({ cookie }, email);
      expect(done).toMatchObject({ status: "done", message: expect.stringMatching(/^http/) });
      expect(await invitationsOf(email)).toEqual([{ role: "officer", target_kind: "operation" }]);
    }
    expect(await rolesOf(there.id)).toEqual([]);
  });
});

test("the participants whose space is open are told to who may write, and to nobody else", async () => {
  const { officer } = own.users;
  const participantId = await addParticipant(operation, officer.actor, RESIDENT);
  const account = await createTestAccount(null);
  await insertParticipantAccess(operation.id, officer.actor, { participantId, userId: account.id });
  const { participants, people } = await readOperationAccess(operation);
  expect(participants).toMatchObject([{ participantId, participantName: RESIDENT.name }]);
  expect(people.map(({ userId }) => userId)).not.toContain(account.id);
  expect((await readOperationAccess({ id: operation.id, mayReadWords: false })).participants).toBeNull();
});
