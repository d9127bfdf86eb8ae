import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { insertPasswordRequest } from "@/lib/data/account-link-requests";
import { authorizeAccountLink } from "@/lib/server/authorize-account-link";
import { authorizeInstance } from "@/lib/server/authorize-instance";
import { handOverLink } from "@/lib/services/accounts/hand-over-link";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { readAccessBoard } from "@/lib/services/accounts/read-access-board";
import { setPasswordByLink } from "@/lib/services/accounts/set-password-by-link";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import { listWaitingLinks } from "@/lib/services/instance/list-waiting-links";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { createParticipantUser } from "../../support/create-participant-user";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { RESIDENT } from "../../support/registry-details";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

const sql = connectTestSql();
const NOW = new Date();

let own: TestCollectivity;
let other: TestCollectivity;
let operation: TestOperation;
let instance: TestUser;

beforeAll(async () => {
  [own, other] = await Promise.all([createTestCollectivity(), createTestCollectivity("Commune voisine")]);
  operation = await createTestOperation(own);
  instance = await createTestAccount("instance");
});

async function ask({ email }: TestUser): Promise<string> {
  const id = randomUUID();
  await insertPasswordRequest(email, { id, expiresAt: new Date(NOW.getTime() + 3_600_000), isQueued: false }, NOW);
  return id;
}

async function waitingFor({ id, users }: TestCollectivity, linkId: string) {
  const { waiting } = await readAccessBoard(id, users.admin.id, { after: null, now: NOW });
  return waiting.filter((link) => link.id === linkId).map(({ mayManage }) => mayManage);
}

async function signInAs(user: TestUser): Promise<void> {
  request.headers = new Headers({ cookie: await user.cookie() });
}

describe("a new password asked for without a mail server", () => {
  test.for<{ readonly who: string; readonly make: () => Promise<TestUser> }>([
    { who: "a role in one operation", make: async () => withOperationRole(await createTestAccount(null)) },
    {
      who: "a participant's space",
      make: async () =>
        createParticipantUser(operation.id, await addParticipant(operation, own.users.officer.actor, RESIDENT)),
    },
    { who: "an audit of the plan", make: async () => withAudit(await createTestAccount(null)) },
  ])("waits where it can be handed over, for who has $who", async ({ make }) => {
    const linkId = await ask(await make());
    expect(await waitingFor(own, linkId)).toEqual([true]);
    expect(await waitingFor(other, linkId)).toEqual([]);
  });

  test("waits at the installation for who administers alone, or has rights in several collectivities", async () => {
    const both = await createTestAccount({ collectivityId: own.id, role: "elected" });
    await sql("INSERT INTO membership (collectivity_id, user_id, role) VALUES ($1, $2, 'officer')", [
      other.id,
      both.id,
    ]);
    for (const user of [both, own.users.admin]) {
      const linkId = await ask(user);
      expect(await waitingFor(own, linkId)).toEqual([false]);
      await signInAs(instance);
      const waiting = await listWaitingLinks((await authorizeInstance()).id, NOW);
      expect(waiting).toContainEqual(expect.objectContaining({ id: linkId, email: user.email, mayManage: true }));
      const { actor, ...link } = await authorizeAccountLink(linkId);
      const token = (await handOverLink(link, actor, NOW)).split("/lien/")[1] ?? "";
      expect(await setPasswordByLink(token, "une longue phrase à retenir", NOW)).toMatchObject({ email: user.email });
    }
  });

  test("is at the installation's alone what only its machine manages, or an administrator invites to", async () => {
    const ownLink = await ask(instance);
    const second = await ask(await createTestAccount("instance"));
    const { actor } = own.users.admin;
    const invited = { email: `invite-${randomUUID()}@commune.test`, name: "Camille Durand" };
    const target = { kind: "collectivity", collectivityId: own.id, role: "officer" } as const;
    const { linkId } = await invitePerson(actor, target, invited, { now: NOW });
    await signInAs(instance);
    const ids = (await listWaitingLinks((await authorizeInstance()).id, NOW)).map(({ id }) => id);
    for (const id of [ownLink, second, linkId]) expect(ids).not.toContain(id);
    await expect(authorizeAccountLink(second)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

async function withOperationRole(user: TestUser): Promise<TestUser> {
  await sql("INSERT INTO operation_role (operation_id, user_id, role) VALUES ($1, $2, 'officer')", [
    operation.id,
    user.id,
  ]);
  return user;
}

async function withAudit(user: TestUser): Promise<TestUser> {
  const snapshotId = await takeClimateSnapshot(own.id, own.users.admin.actor, "Avant l’audit");
  await sql(
    `INSERT INTO climate_audit
       (id, collectivity_id, star, has_objectives_contract, auditor_id, started_at, start_snapshot_id)
     VALUES (gen_random_uuid(), $1, 1, false, $2, now(), $3)`,
    [own.id, user.id, snapshotId],
  );
  return user;
}
