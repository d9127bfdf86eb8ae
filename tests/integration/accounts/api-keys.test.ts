import { beforeAll, describe, expect, test } from "vitest";
import { authenticate } from "@/lib/server/authenticate";
import { type ApiKeyRequest, createApiKey } from "@/lib/services/accounts/create-api-key";
import { listApiKeys } from "@/lib/services/accounts/list-api-keys";
import { listCollectivityKeys } from "@/lib/services/accounts/list-collectivity-keys";
import { listKeysToReplace } from "@/lib/services/accounts/list-keys-to-replace";
import { replaceApiKey } from "@/lib/services/accounts/replace-api-key";
import { revokeApiKey } from "@/lib/services/accounts/revoke-api-key";
import { revokeCollectivityKey } from "@/lib/services/accounts/revoke-collectivity-key";
import { takeApiKeyCall } from "@/lib/services/accounts/take-api-key-call";
import { callApi } from "../../support/call-api";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const DAY_MS = 86_400_000;

let own: TestCollectivity;
let stranger: TestCollectivity;
let first: TestOperation;
let second: TestOperation;

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  first = await createTestOperation(own);
  second = await createTestOperation(own);
});

const make = ({ id, actor }: TestUser, request: Partial<ApiKeyRequest> = {}, now = new Date()) =>
  createApiKey(id, { name: "relève", scope: "write", days: 90, ...request }, actor, now);

const imports = (key: string, { accNumber }: TestOperation = first) =>
  callApi(`/api/v1/operations/${accNumber}/imports`, { key });

const sheetOf = async ({ id: userId }: TestUser, id: string) =>
  (await listApiKeys(userId)).find((key) => key.id === id);

const actionsOn = async (id: string) =>
  (await sql<{ action: string }>("SELECT action FROM audit_event WHERE object_id = $1 ORDER BY at", [id])).map(
    ({ action }) => action,
  );

describe("an API key", () => {
  test("is stored as a hash only, and shown once", async () => {
    const { officer } = own.users;
    const { id, key } = await make(officer);
    const [row] = await sql<{ row: string }>("SELECT api_key::text AS row FROM api_key WHERE id = $1", [id]);
    expect(row?.row).not.toContain(key.slice("prorata_".length + 6));
    expect(key).toMatch(/^prorata_[0-9a-f]{64}$/);
    const sheet = await sheetOf(officer, id);
    expect(key.startsWith(sheet?.start ?? "none")).toBe(true); // what tells keys apart in a list
    expect(JSON.stringify(sheet)).not.toContain(key);
  });

  test.for(["read", "measures", "write"] as const)("of scope %s carries it", async (scope) => {
    const { officer } = own.users;
    const { id, key } = await make(officer, { scope });
    const caller = await authenticate(new Headers({ authorization: `Bearer ${key}` }), "measures");
    expect(caller.actor).toEqual({ userId: officer.id, via: "api_key" });
    expect(caller.mayWrite).toBe(scope !== "read");
    const sheet = await sheetOf(officer, id);
    expect(sheet).toMatchObject({ scope, operations: null, isReplaced: false });
    expect(sheet?.lastUsedAt).not.toBeNull();
  });

  test("for measures pushes them, follows their import, and reads nothing else", async () => {
    const { key } = await make(own.users.officer, { scope: "measures" });
    expect((await imports(key)).status).toBe(200);
    const pushed = await callApi(`/api/v1/operations/${first.accNumber}/measures`, { method: "POST", key });
    expect([400, 415]).toContain(pushed.status); // nothing was sent, but it was looked at
    await expectRefusal(await callApi("/api/v1/operations", { key }), 403, "MEASURES_ONLY_KEY");
  });

  test("limited to an operation knows no other, and nothing of the collectivity", async () => {
    const { key } = await make(own.users.admin, { operations: [first.sheet.slug] });
    expect((await imports(key, first)).status).toBe(200);
    await expectRefusal(await imports(key, second), 404, "NOT_FOUND");
    await expectRefusal(await callApi(`/api/v1/collectivities/${own.id}/climate-plan`, { key }), 404, "NOT_FOUND");
    const { operations } = await (await callApi("/api/v1/operations", { key })).json();
    expect(operations.map(({ slug }: { slug: string }) => slug)).toEqual([first.sheet.slug]);
  });

  test("whose only operation is gone opens none", async () => {
    const { id, key } = await make(own.users.admin, { operations: [first.sheet.slug] });
    await sql("DELETE FROM api_key_operation WHERE api_key_id = $1", [id]);
    await expectRefusal(await imports(key, first), 404, "NOT_FOUND");
    await expectRefusal(await imports(key, second), 404, "NOT_FOUND");
  });

  test("is not made for an operation its owner cannot open", async () => {
    const refused = make(stranger.users.admin, { operations: [first.sheet.slug] });
    await expect(refused).rejects.toMatchObject({ code: "UNKNOWN_KEY_OPERATION" });
    expect((await listApiKeys(stranger.users.admin.id)).length).toBe(0);
  });

  test("opens nothing once it has ended", async () => {
    const { key } = await make(own.users.officer, { days: 30 }, new Date(Date.now() - 31 * DAY_MS));
    await expectRefusal(await imports(key), 401, "UNAUTHENTICATED");
    const { key: endless } = await make(own.users.officer, { days: null }, new Date(0));
    expect((await imports(endless)).status).toBe(200);
  });

  test("opens nothing more than the role that is left to its owner", async () => {
    const { users } = await createTestCollectivity();
    const member = users.officer;
    await sql("INSERT INTO membership (collectivity_id, user_id, role) VALUES ($1, $2, 'officer')", [
      own.id,
      member.id,
    ]);
    const { key } = await make(member, { operations: [first.sheet.slug] });
    const push = () => callApi(`/api/v1/operations/${first.accNumber}/measures`, { method: "POST", key });
    expect([400, 415]).toContain((await push()).status);
    const role = "UPDATE membership SET role = 'elected' WHERE collectivity_id = $1 AND user_id = $2";
    await sql(role, [own.id, member.id]);
    await expectRefusal(await push(), 403, "FORBIDDEN");
    await sql("DELETE FROM membership WHERE collectivity_id = $1 AND user_id = $2", [own.id, member.id]);
    await expectRefusal(await imports(key), 404, "NOT_FOUND");
  });

  test("dies with its account", async () => {
    const { users } = await createTestCollectivity();
    const { key } = await make(users.officer);
    expect((await callApi("/api/v1/operations", { key })).status).toBe(200);
    await sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [users.officer.id]);
    await expectRefusal(await callApi("/api/v1/operations", { key }), 401, "UNAUTHENTICATED");
  });

  test("of many calls at once makes exactly those of its quota", async () => {
    const { id, key } = await make(own.users.officer);
    // Filled in the future: nothing comes back meanwhile.
    await sql("UPDATE api_key SET calls_left = 7, filled_at = now() + interval '1 hour' WHERE id = $1", [id]);
    const calls = await Promise.all(Array.from({ length: 40 }, () => takeApiKeyCall(key)));
    expect(calls.filter(({ kind }) => kind === "taken")).toHaveLength(7);
    expect(calls.filter(({ kind }) => kind === "over")).toHaveLength(33);
  });
});

describe("a key that is replaced", () => {
  test("hands its settings on, and opens for a week more, never later than its end", async () => {
    const { admin } = own.users;
    const now = new Date();
    const former = await make(admin, { scope: "measures", operations: [first.sheet.slug], days: 90 }, now);
    const next = await replaceApiKey(admin.id, former.id, { actor: admin.actor, now, endsAtOnce: false });
    expect([(await imports(former.key)).status, (await imports(next.key)).status]).toEqual([200, 200]);
    const sheet = await sheetOf(admin, next.id);
    expect(sheet).toMatchObject({ name: "relève", scope: "measures", operations: [first.sheet.name] });
    expect(sheet?.expiresAt).toEqual(new Date(now.getTime() + 90 * DAY_MS));
    expect(await sheetOf(admin, former.id)).toMatchObject({
      isReplaced: true,
      expiresAt: new Date(now.getTime() + 7 * DAY_MS),
    });
    expect(await actionsOn(former.id)).toEqual(["create.api_key", "replace.api_key"]);

    const soon = await make(admin, { days: 30 }, new Date(now.getTime() - 28 * DAY_MS));
    await replaceApiKey(admin.id, soon.id, { actor: admin.actor, now, endsAtOnce: false });
    expect((await sheetOf(admin, soon.id))?.expiresAt).toEqual(new Date(now.getTime() + 2 * DAY_MS));
  });

  test("opens nothing at once where that is chosen", async () => {
    const { admin } = own.users;
    const former = await make(admin);
    const next = await replaceApiKey(admin.id, former.id, { actor: admin.actor, now: new Date(), endsAtOnce: true });
    await expectRefusal(await imports(former.key), 401, "UNAUTHENTICATED");
    expect((await imports(next.key)).status).toBe(200);
  });

  test("is replaced once, by its owner, while it opens something", async () => {
    const { admin, officer } = own.users;
    const { id } = await make(admin);
    const settings = { actor: admin.actor, now: new Date(), endsAtOnce: false };
    const unknown = { code: "UNKNOWN_API_KEY" };
    await expect(replaceApiKey(officer.id, id, { ...settings, actor: officer.actor })).rejects.toMatchObject(unknown);
    const both = await Promise.allSettled([1, 2].map(() => replaceApiKey(admin.id, id, settings)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const ended = await make(admin, { days: 30 }, new Date(Date.now() - 31 * DAY_MS));
    await expect(replaceApiKey(admin.id, ended.id, settings)).rejects.toMatchObject(unknown);
  });
});

describe("a key is revoked", () => {
  test("by its owner, and by nobody else of his collectivity as his own", async () => {
    const { officer, admin } = own.users;
    const { id, key } = await make(officer);
    expect(await revokeApiKey(admin.id, id, admin.actor)).toBe(false);
    expect((await imports(key)).status).toBe(200);
    expect(await revokeApiKey(officer.id, id, officer.actor)).toBe(true);
    await expectRefusal(await imports(key), 401, "UNAUTHENTICATED");
    expect(await revokeApiKey(officer.id, id, officer.actor)).toBe(false);
    expect(await actionsOn(id)).toEqual(["create.api_key", "revoke.api_key"]);
  });

  test("by an administrator of a collectivity in which it acts, who sees whose it is and not the key", async () => {
    const { officer, admin } = own.users;
    const { id, key } = await make(officer);
    const listed = (await listCollectivityKeys(own.id)).find((each) => each.id === id);
    expect(listed).toMatchObject({ name: "relève", owner: expect.stringContaining("officer") });
    expect(JSON.stringify(listed)).not.toContain(key);
    expect((await listCollectivityKeys(stranger.id)).map((each) => each.id)).not.toContain(id);
    expect(await revokeCollectivityKey(stranger.id, id, stranger.users.admin.actor)).toBe(false);
    expect(await revokeCollectivityKey(own.id, id, admin.actor)).toBe(true);
    await expectRefusal(await imports(key), 401, "UNAUTHENTICATED");
    const [event] = await sql(
      "SELECT collectivity_id, before FROM audit_event WHERE object_id = $1 AND before IS NOT NULL",
      [id],
    );
    expect(event).toEqual({ collectivity_id: own.id, before: { userId: officer.id } });
  });
});

test("keys that end are told to their owner alone, the first to end first, until another takes over or they are gone", async () => {
  const owner = await createTestAccount(null, "qui a des clés");
  const now = Date.now();
  const endingIn = (name: string, days: number, lifeDays = 90) =>
    make(owner, { name, days: lifeDays }).then(async ({ id }) => {
      const endMs = now + days * DAY_MS;
      await sql("UPDATE api_key SET created_at = $2, expires_at = $3 WHERE id = $1", [
        id,
        new Date(endMs - lifeDays * DAY_MS),
        new Date(endMs),
      ]);
      return id;
    });
  await make(owner, { name: "sans fin", days: null });
  await endingIn("plus tard", 31);
  const soon = await endingIn("bientôt", 29);
  await endingIn("d’un mois", 20, 30);
  await endingIn("finie", -3);
  await endingIn("oubliée", -31);
  const told = async (userId: string) =>
    (await listKeysToReplace(userId, new Date(now))).map(({ name, hasEnded }) => [name, hasEnded]);
  expect(await told(owner.id)).toEqual([
    ["finie", true],
    ["bientôt", false],
  ]);
  expect(await told(own.users.officer.id)).not.toContainEqual(["bientôt", false]);
  await replaceApiKey(owner.id, soon, { actor: owner.actor, now: new Date(now), endsAtOnce: false });
  expect(await told(owner.id)).toEqual([["finie", true]]);
});
