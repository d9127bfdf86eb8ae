import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { insertPasswordRequest } from "@/lib/data/account-link-requests";
import { DomainError } from "@/lib/domain/errors";
import { changeMemberRole } from "@/lib/services/accounts/change-member-role";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { noteSignIn } from "@/lib/services/accounts/note-sign-in";
import { openAccountLink } from "@/lib/services/accounts/open-account-link";
import { readAccessBoard } from "@/lib/services/accounts/read-access-board";
import { removeMember } from "@/lib/services/accounts/remove-member";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const NOW = new Date("2026-06-21T22:30:00Z"); // the 22nd in Paris

let collectivity: TestCollectivity;

beforeEach(async () => {
  collectivity = await createTestCollectivity();
});

const board = (after: string | null = null) =>
  readAccessBoard(collectivity.id, collectivity.users.admin.id, { after, now: NOW });

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

describe("the members of a collectivity", () => {
  test("are listed with role, day of the last sign-in, second factor", async () => {
    const { officer } = collectivity.users;
    await noteSignIn({ userId: officer.id, createdAt: NOW });
    const { members, next, waiting } = await board();
    expect(members.map(({ role }) => role).sort()).toEqual(["admin", "elected", "officer"]);
    expect(members.find(({ userId }) => userId === officer.id)).toMatchObject({
      email: officer.email,
      lastSignInOn: "2026-06-22",
      hasTwoFactor: false,
      isActive: true,
    });
    expect({ next, waiting }).toEqual({ next: null, waiting: [] });
  });

  test("come a hundred at a time, each once", async () => {
    await sql(
      `WITH made AS (
         INSERT INTO "user" (id, name, email, updated_at)
         SELECT gen_random_uuid(), 'Personne ' || (n % 7), 'page-' || n || '-' || $2, now() FROM generate_series(1, 230) n
         RETURNING id)
       INSERT INTO membership (collectivity_id, user_id, role) SELECT $1, id, 'elected' FROM made`,
      [collectivity.id, `${randomUUID()}@commune.test`],
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await board(after);
      seen.push(...page.members.map(({ userId }) => userId));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(233);
    expect(new Set(seen).size).toBe(233);
  });

  test("get another role, which the journal keeps by id", async () => {
    const { admin, elected } = collectivity.users;
    await changeMemberRole(collectivity.id, elected.id, "officer", admin.actor);
    await changeMemberRole(collectivity.id, elected.id, "officer", admin.actor);
    const events = await sql(
      "SELECT before, after FROM audit_event WHERE object_id = $1 AND action = 'set.member_role'",
      [elected.id],
    );
    expect(events).toEqual([{ before: { role: "elected" }, after: { role: "officer" } }]);
  });

  test("lose every role of the collectivity when they are taken out, and their invitations", async () => {
    const { admin, officer } = collectivity.users;
    await changeMemberRole(collectivity.id, officer.id, "admin", admin.actor);
    const operation = await createTestOperation(collectivity);
    await sql("INSERT INTO operation_role (operation_id, user_id, role) VALUES ($1, $2, 'admin')", [
      operation.id,
      officer.id,
    ]);
    const target = { kind: "collectivity", collectivityId: collectivity.id, role: "admin" } as const;
    const invited = { email: `own-${randomUUID()}@commune.test`, name: "Moi, plus tard" };
    const { address } = await invitePerson(officer.actor, target, invited, { now: NOW });
    await removeMember(collectivity.id, officer.id, admin.actor);
    expect(await sql("SELECT FROM operation_role WHERE user_id = $1", [officer.id])).toEqual([]);
    expect(await openAccountLink(address?.split("/lien/")[1] ?? "", NOW)).toBeNull();
    expect((await board()).members.map(({ userId }) => userId)).not.toContain(officer.id);
  });

  test("keep an administrator, and nobody of another collectivity is among them", async () => {
    const { admin } = collectivity.users;
    const stranger = (await createTestCollectivity()).users.officer;
    expect(await codeOf(removeMember(collectivity.id, admin.id, admin.actor))).toBe("LAST_ADMINISTRATOR");
    expect(await codeOf(changeMemberRole(collectivity.id, admin.id, "elected", admin.actor))).toBe(
      "LAST_ADMINISTRATOR",
    );
    expect(await codeOf(removeMember(collectivity.id, stranger.id, admin.actor))).toBe("UNKNOWN_MEMBER");
    expect(await codeOf(changeMemberRole(collectivity.id, stranger.id, "admin", admin.actor))).toBe("UNKNOWN_MEMBER");
  });
});

describe("what waits", () => {
  test("shows an administrator what he may hand over, and what others manage", async () => {
    const { officer, elected } = collectivity.users;
    const other = await createTestCollectivity();
    // The elected member belongs to another collectivity too: through his account, what is not ours would be reached.
    await sql("INSERT INTO membership (collectivity_id, user_id, role) VALUES ($1, $2, 'officer')", [
      other.id,
      elected.id,
    ]);
    for (const { email } of [officer, elected]) {
      const link = { id: randomUUID(), expiresAt: new Date(NOW.getTime() + 3_600_000), isQueued: false };
      await insertPasswordRequest(email, link, NOW);
    }
    const target = { kind: "auditor", collectivityId: collectivity.id } as const;
    const invited = { email: `audit-${randomUUID()}@commune.test`, name: "Camille Durand" };
    await invitePerson(collectivity.users.admin.actor, target, invited, { now: NOW });
    const { waiting } = await board();
    expect(waiting.map(({ kind, state, mayManage }) => [kind, state, mayManage]).sort()).toEqual([
      ["invitation", "handed_over", true],
      ["password", "waiting", false],
      ["password", "waiting", true],
    ]);
    const elsewhere = await readAccessBoard(other.id, other.users.admin.id, { after: null, now: NOW });
    expect(elsewhere.waiting.map(({ userId }) => userId)).toEqual([elected.id]);
  });
});
