import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { AuthorizedInstanceId } from "@/lib/data/scope";
import { authorizeAppointment, authorizeInstance, requireInstance } from "@/lib/server/authorize-instance";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { createCollectivity } from "@/lib/services/instance/create-collectivity";
import { listAccounts } from "@/lib/services/instance/list-accounts";
import { readCollectivity } from "@/lib/services/instance/list-collectivities";
import { readInstallation } from "@/lib/services/instance/read-installation";
import { renameCollectivity } from "@/lib/services/instance/rename-collectivity";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

const sql = connectTestSql();

let manager: TestUser;
let own: TestCollectivity;
let instance: AuthorizedInstanceId;

beforeAll(async () => {
  [manager, own] = await Promise.all([createTestAccount("instance"), createTestCollectivity("Commune à lister")]);
  request.headers = new Headers({ cookie: await manager.cookie() });
  instance = (await authorizeInstance()).id;
});

describe("the installation is proven", () => {
  const as = async (headers: Record<string, string>) => {
    request.headers = new Headers(headers);
    return authorizeInstance();
  };

  test("for its administrator, by session only", async () => {
    await expect(as({ cookie: await manager.cookie() })).resolves.toMatchObject({ actor: { userId: manager.id } });
    const authorization = `Bearer ${await manager.key("write")}`;
    await expect(as({ authorization })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test.for(["admin", "officer", "elected"] as const)(
    "and not for the %s of a collectivity, nor for nobody",
    async (role) => {
      await expect(as({ cookie: await own.users[role].cookie() })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(authorizeAppointment(own.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(requireInstance()).rejects.toThrow(/404|NOT_FOUND/);
      await expect(as({})).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    },
  );
});

describe("accounts", () => {
  test("are found by a part of the address or the name, as typed, with what they open by collectivity", async () => {
    const operation = await createTestOperation(own);
    const { officer } = own.users;
    await sql("INSERT INTO operation_role (operation_id, user_id, role) VALUES ($1, $2, 'admin')", [
      operation.id,
      officer.id,
    ]);
    const find = (text: string) => listAccounts(instance, { text, after: null });
    const { accounts, next } = await find(officer.email.slice(3).toUpperCase());
    expect(next).toBeNull();
    expect(accounts).toMatchObject([
      {
        id: officer.id,
        deactivatedAt: null,
        rights: [
          { kind: "collectivity", role: "officer", collectivityName: "Commune à lister" },
          { kind: "operation", role: "admin", collectivityName: "Commune à lister" },
        ],
      },
    ]);
    // A sign of a pattern is a letter like another.
    expect((await find("%")).accounts).toEqual([]);
    expect((await find("_fficer-")).accounts).toEqual([]);
  });

  test("come a page at a time, each once", async () => {
    const mark = randomUUID();
    const rows = Array.from({ length: 120 }, (_, i) => `p${String(i).padStart(3, "0")}-${mark}@commune.test`);
    await sql(
      `INSERT INTO "user" (id, name, email, updated_at) SELECT gen_random_uuid(), 'Personne', e, now() FROM unnest($1::text[]) e`,
      [rows],
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listAccounts>> = await listAccounts(instance, { text: mark, after });
      expect(page.accounts.length).toBeLessThanOrEqual(50);
      seen.push(...page.accounts.map(({ email }) => email));
      after = page.next;
    } while (after);
    expect(seen).toEqual(rows);
  });
});

describe("collectivities", () => {
  const name = `Commune de l’Épreuve ${randomUUID()}`;

  test("are created once by name, without an administrator until one is invited, and renamed", async () => {
    const id = await createCollectivity(instance, manager.actor, name);
    await expect(createCollectivity(instance, manager.actor, name.toUpperCase())).rejects.toMatchObject({
      code: "COLLECTIVITY_EXISTS",
    });
    expect((await readInstallation(instance)).withoutAdministrator).toContainEqual({ id, name });
    request.headers = new Headers({ cookie: await manager.cookie() });
    const appointed = await authorizeAppointment(id);
    const person = { name: "Première administratrice", email: `${randomUUID()}@commune.test` };
    const target = { kind: "collectivity", collectivityId: appointed.id, role: "admin" } as const;
    const { address } = await invitePerson(appointed.actor, target, person, { now: new Date() });
    expect(address).toMatch(/^http/);
    expect(await renameCollectivity(instance, manager.actor, id, `${name} bis`)).toBe(true);
    expect(await renameCollectivity(instance, manager.actor, id, `${name} bis`)).toBe(false);
    expect(await readCollectivity(instance, id)).toMatchObject({
      name: `${name} bis`,
      adminCount: 0,
      operationCount: 0,
    });
    const events = await sql(
      "SELECT action, actor_user_id::text AS actor FROM audit_event WHERE object_id = $1 ORDER BY at",
      [id],
    );
    expect(events).toEqual([
      { action: "create.collectivity", actor: manager.id },
      { action: "rename.collectivity", actor: manager.id },
    ]);
  });
});
