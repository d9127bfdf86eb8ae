import { beforeAll, describe, expect, test, vi } from "vitest";
import { deactivateMemberAction, reactivateMemberAction } from "@/app/(espace)/acces/actions";
import { readAccessBoard } from "@/lib/services/accounts/read-access-board";
import { takeApiKeyCall } from "@/lib/services/accounts/take-api-key-call";
import { createCalendarFeed } from "@/lib/services/reminders/create-calendar-feed";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";
import { sessionOf } from "../../support/two-factor";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const sql = connectTestSql();
let own: TestCollectivity;
let other: TestCollectivity;
let instance: TestUser;

beforeAll(async () => {
  [own, other, instance] = await Promise.all([
    createTestCollectivity(),
    createTestCollectivity("Commune voisine"),
    createTestAccount("instance"),
  ]);
});

const ACTIONS = [deactivateMemberAction, reactivateMemberAction] as const;

async function send(who: TestUser, action: (typeof ACTIONS)[number], of: TestCollectivity, user: TestUser) {
  request.headers = new Headers({ cookie: await who.cookie() });
  const form = new FormData();
  form.append("collectivity", of.id);
  form.append("userId", user.id);
  const state = await action({ status: "idle" }, form);
  return state.status === "failed" ? state.code : state.status;
}

const events = (userId: string) =>
  sql(
    `SELECT e.action, e.actor_user_id::text AS actor, e.before, e.after,
            ARRAY(SELECT c.collectivity_id::text FROM audit_event_collectivity c WHERE c.event_id = e.id)
              || coalesce(e.collectivity_id::text, '') AS trails
       FROM audit_event e WHERE e.object_id = $1 AND e.action LIKE '%activate.account' ORDER BY e.at`,
    [userId],
  );

test("an administrator closes the account of a member at once, and opens it again with its rights", async () => {
  const { admin, officer } = own.users;
  const [cookie, key] = [await officer.cookie(), await officer.key("read")];
  await createCalendarFeed(officer.id, "Agenda", officer.actor);
  expect(await send(admin, deactivateMemberAction, own, officer)).toBe("done");
  expect(await sessionOf(cookie)).toBeNull();
  expect((await takeApiKeyCall(key)).kind).not.toBe("taken");
  const board = () => readAccessBoard(own.id, admin.id, { after: null, now: new Date() });
  const shown = async () => (await board()).members.find(({ userId }) => userId === officer.id);
  expect(await shown()).toMatchObject({ isActive: false, mayManage: true, role: "officer" });
  expect(await send(admin, reactivateMemberAction, own, officer)).toBe("done");
  expect(await shown()).toMatchObject({ isActive: true });
  expect((await takeApiKeyCall(key)).kind).toBe("taken");
  expect(await events(officer.id)).toEqual([
    {
      action: "deactivate.account",
      actor: admin.id,
      before: null,
      after: null,
      trails: expect.arrayContaining([own.id]),
    },
    {
      action: "reactivate.account",
      actor: admin.id,
      before: null,
      after: null,
      trails: expect.arrayContaining([own.id]),
    },
  ]);
});

describe("is refused, and nothing is written, to", () => {
  test.for<[string, () => { who: TestUser; of: TestCollectivity; user: TestUser; code: string }]>([
    ["an officer", () => ({ who: own.users.officer, of: own, user: own.users.elected, code: "FORBIDDEN" })],
    ["an elected member", () => ({ who: own.users.elected, of: own, user: own.users.officer, code: "FORBIDDEN" })],
    ["a stranger", () => ({ who: other.users.admin, of: own, user: own.users.officer, code: "NOT_FOUND" })],
    [
      "an administrator of another collectivity, in the name of his own",
      () => ({ who: other.users.admin, of: other, user: own.users.officer, code: "ACCOUNT_NOT_YOURS" }),
    ],
    ["who means himself", () => ({ who: own.users.admin, of: own, user: own.users.admin, code: "ACCOUNT_NOT_YOURS" })],
    [
      "who means an administrator of the installation",
      () => ({ who: own.users.admin, of: own, user: instance, code: "ACCOUNT_NOT_YOURS" }),
    ],
    [
      "who manages the installation, here",
      () => ({ who: instance, of: own, user: own.users.officer, code: "NOT_FOUND" }),
    ],
  ])("%s", async ([, given]) => {
    const { who, of, user, code } = given();
    const before = await events(user.id);
    for (const action of ACTIONS) expect(await send(who, action, of, user)).toBe(code);
    expect(await events(user.id)).toEqual(before);
    expect(await sql(`SELECT FROM "user" WHERE id = $1 AND deactivated_at IS NULL`, [user.id])).toHaveLength(1);
  });

  test("who means an account that has a right elsewhere, which the list says", async () => {
    const both = await createTestAccount({ collectivityId: own.id, role: "officer" });
    await sql("INSERT INTO membership (collectivity_id, user_id, role) VALUES ($1, $2, 'elected')", [
      other.id,
      both.id,
    ]);
    for (const action of ACTIONS) expect(await send(own.users.admin, action, own, both)).toBe("ACCOUNT_NOT_YOURS");
    const { members } = await readAccessBoard(own.id, own.users.admin.id, { after: null, now: new Date() });
    expect(members.map(({ userId, mayManage }) => [userId, mayManage])).toEqual(
      expect.arrayContaining([
        [both.id, false],
        [own.users.admin.id, false],
        [own.users.elected.id, true],
      ]),
    );
  });
});
