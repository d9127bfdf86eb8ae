import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { insertEmailChange, insertPasswordRequest } from "@/lib/data/account-link-requests";
import { insertInvitation } from "@/lib/data/account-link-writing";
import { acceptInvitation } from "@/lib/services/accounts/accept-invitation";
import { changeEmailByLink } from "@/lib/services/accounts/change-email-by-link";
import { createApiKey } from "@/lib/services/accounts/create-api-key";
import { newLinkToken } from "@/lib/services/accounts/link-token";
import { openAccountLink } from "@/lib/services/accounts/open-account-link";
import { changePassword } from "@/lib/services/accounts/security/change-password";
import { setPasswordByLink } from "@/lib/services/accounts/set-password-by-link";
import { showAccountLink } from "@/lib/services/accounts/show-account-link";
import { takeApiKeyCall } from "@/lib/services/accounts/take-api-key-call";
import { createCalendarFeed } from "@/lib/services/reminders/create-calendar-feed";
import { createTestCollectivity, TEST_PASSWORD, type TestCollectivity } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";
import { callAuth, sessionOf, switchOn } from "../../support/two-factor";

const sql = connectTestSql();
const HOUR = 3_600_000;
const PASSWORD = "une longue phrase à retenir";

let collectivity: TestCollectivity;
let other: TestCollectivity;
let now: Date;

beforeEach(async () => {
  [collectivity, other] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  now = new Date();
});

/** What whoever made the account, or holds a session of it, leaves behind: a second factor, a key and a calendar. */
async function settleIn() {
  const { officer } = collectivity.users;
  const cookie = await officer.cookie();
  await switchOn(officer, Date.now(), cookie);
  const { key } = await createApiKey(
    officer.id,
    { name: "relève", scope: "write", days: null },
    officer.actor,
    new Date(),
  );
  await createCalendarFeed(officer.id, "Agenda", officer.actor);
  return { cookie, key };
}

const opens = async (key: string) => (await takeApiKeyCall(key)).kind === "taken";

async function waysIn() {
  const [row] = await sql(
    `SELECT (SELECT count(*)::int FROM api_key k WHERE k.user_id = u.id) AS keys,
            (SELECT count(*)::int FROM calendar_feed f WHERE f.user_id = u.id AND f.revoked_at IS NULL) AS calendars,
            (SELECT count(*)::int FROM two_factor t WHERE t.user_id = u.id) AS factors,
            (SELECT count(*)::int FROM session s WHERE s.user_id = u.id) AS sessions,
            u.two_factor_enabled AS "asksForCode", u.email_verified AS "isProven"
       FROM "user" u WHERE u.id = $1`,
    [collectivity.users.officer.id],
  );
  return row;
}

const unprove = () => sql(`UPDATE "user" SET email_verified = false WHERE id = $1`, [collectivity.users.officer.id]);
const prove = () => sql(`UPDATE "user" SET email_verified = true WHERE id = $1`, [collectivity.users.officer.id]);

/** Writes a token into a link, as the job that mails it does. */
async function mail(linkId: string, isMailed = true): Promise<string> {
  const { token, tokenSha256 } = newLinkToken();
  await sql("UPDATE account_link SET token_sha256 = $2, is_mailed = $3, sent_at = now() WHERE id = $1", [
    linkId,
    tokenSha256,
    isMailed,
  ]);
  return token;
}

async function passwordLink(isMailed = true): Promise<string> {
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + HOUR);
  await insertPasswordRequest(collectivity.users.officer.email, { id, expiresAt, isQueued: false }, now);
  return mail(id, isMailed);
}

async function invitation(isMailed = true): Promise<string> {
  const { email } = collectivity.users.officer;
  const target = { kind: "collectivity", collectivityId: other.id, role: "officer" } as const;
  const link = { tokenSha256: null, expiresAt: new Date(now.getTime() + HOUR), isQueued: false };
  const id = await insertInvitation(target, { email, name: "Camille" }, other.users.admin.actor, link, now);
  return mail(id, isMailed);
}

/** Another address that the owner of the account asks for. */
async function askForAddress(isMailed = true) {
  const { officer } = collectivity.users;
  const id = randomUUID();
  const email = `autre-${randomUUID()}@commune.test`;
  const expiresAt = new Date(now.getTime() + HOUR);
  await insertEmailChange(officer.id, email, officer.actor, { id, expiresAt, isQueued: false }, now);
  return { email, token: await mail(id, isMailed) };
}

const accept = (token: string, password: string, userId: string | null = null) => {
  const headers = new Headers({ "x-forwarded-for": `203.0.113.${Math.ceil(Math.random() * 250)}` });
  return acceptInvitation({ token, name: "", password, hasAccount: true }, { now, headers, userId });
};

const NOTHING = { keys: 0, calendars: 0, factors: 0, sessions: 0, asksForCode: false, isProven: true };
const signIn = async (password: string) =>
  (await callAuth("/sign-in/email", { email: collectivity.users.officer.email, password })).status;

describe("the first mailed proof that an address is its owner’s", () => {
  beforeEach(unprove);

  test("by a new password, ends all that was there before", async () => {
    const { key } = await settleIn();
    await setPasswordByLink(await passwordLink(), PASSWORD, now);
    expect(await waysIn()).toEqual(NOTHING);
    expect(await opens(key)).toBe(false);
    const revoked = await sql<{ action: string }>(
      "SELECT action FROM audit_event WHERE actor_user_id = $1 AND action LIKE 'revoke.%' ORDER BY action",
      [collectivity.users.officer.id],
    );
    expect(revoked.map(({ action }) => action)).toEqual(["revoke.api_key", "revoke.calendar_feed"]);
  });

  test("by an invitation, ends all that too, and takes a password chosen now instead of the former", async () => {
    const { cookie, key } = await settleIn();
    const token = await invitation();
    expect(await openAccountLink(token, now)).toMatchObject({ isFirstProof: true });
    // Whoever holds a session of the account without reading its mail has no token: with it, a password is chosen all the same.
    await expect(accept(token, "", collectivity.users.officer.id)).rejects.toMatchObject({ code: "WEAK_PASSWORD" });
    await accept(token, PASSWORD);
    expect(await waysIn()).toEqual(NOTHING);
    expect(await opens(key)).toBe(false);
    expect(await sessionOf(cookie)).toBeNull();
    expect([await signIn(TEST_PASSWORD), await signIn(PASSWORD)]).toEqual([401, 200]);
    expect(
      await sql("SELECT FROM membership WHERE user_id = $1 AND collectivity_id = $2", [
        collectivity.users.officer.id,
        other.id,
      ]),
    ).toHaveLength(1);
  });

  test("by another address, ends all that too, and takes a password chosen now instead of the former", async () => {
    const { cookie, key } = await settleIn();
    const { token, email } = await askForAddress();
    const kept = (await sessionOf(cookie))?.sessionId ?? null;
    expect(await showAccountLink(token, null, now)).toMatchObject({ asks: "new_password", isFirstProof: true });
    const former = changeEmailByLink({ token, password: "" }, kept, now);
    await expect(former).rejects.toMatchObject({ code: "WEAK_PASSWORD" });
    expect(await changeEmailByLink({ token, password: PASSWORD }, kept, now)).toMatchObject({ isFirstProof: true });
    expect(await waysIn()).toEqual(NOTHING);
    expect(await sessionOf(cookie)).toBeNull();
    expect(await opens(key)).toBe(false);
    const signInThere = async (password: string) => (await callAuth("/sign-in/email", { email, password })).status;
    expect([await signInThere(TEST_PASSWORD), await signInThere(PASSWORD)]).toEqual([401, 200]);
    const [event] = await sql<{ after: { ended?: object } }>(
      "SELECT after FROM audit_event WHERE action = 'change.email' AND object_id = $1",
      [collectivity.users.officer.id],
    );
    expect(event?.after.ended).toMatchObject({ apiKeys: 1, calendars: 1, secondFactors: 1 });
  });

  test("is none by another address handed over: all stays but the other sessions", async () => {
    await settleIn();
    const before = await waysIn();
    const { token } = await askForAddress(false);
    expect(await changeEmailByLink({ token, password: PASSWORD }, null, now)).toMatchObject({ isFirstProof: false });
    expect(await waysIn()).toEqual({ ...before, sessions: 0 });
  });

  test("is none by a link that was handed over: all stays, and the password is asked for", async () => {
    await settleIn();
    const before = await waysIn();
    const token = await invitation(false);
    await expect(accept(token, PASSWORD)).rejects.toMatchObject({ code: "WRONG_CREDENTIALS" });
    await accept(token, TEST_PASSWORD);
    expect(await waysIn()).toEqual(before);
    await setPasswordByLink(await passwordLink(false), PASSWORD, now);
    expect(await waysIn()).toEqual({ ...before, sessions: 0 });
  });
});

describe("another address of an account whose address is proven", () => {
  beforeEach(prove);

  test("ends the other sessions and nothing else", async () => {
    const { cookie, key } = await settleIn();
    const { token } = await askForAddress();
    const kept = (await sessionOf(cookie))?.sessionId ?? null;
    expect(await showAccountLink(token, null, now)).toMatchObject({ isFirstProof: false });
    expect(await changeEmailByLink({ token, password: PASSWORD }, kept, now)).toMatchObject({ isFirstProof: false });
    expect(await waysIn()).toEqual({
      ...NOTHING,
      ...{ keys: 1, calendars: 1, factors: 1, sessions: 1, asksForCode: true },
    });
    expect(await opens(key)).toBe(true);
  });

  test("handed over, is an address that nobody has proven yet: its first mailed proof ends all the same", async () => {
    await settleIn();
    await changeEmailByLink({ token: (await askForAddress(false)).token, password: "" }, null, now);
    expect(await waysIn()).toMatchObject({ keys: 1, isProven: false });
    await changeEmailByLink({ token: (await askForAddress()).token, password: PASSWORD }, null, now);
    expect(await waysIn()).toEqual(NOTHING);
  });
});

describe("a new password of an account whose address is proven", () => {
  beforeEach(prove);

  test("by a link, leaves keys and calendars and says how many, or ends them when asked to", async () => {
    const { key } = await settleIn();
    const kept = await setPasswordByLink(await passwordLink(), PASSWORD, now);
    expect(kept).toMatchObject({ ended: null, left: { apiKeys: 1, calendars: 1 } });
    expect(await opens(key)).toBe(true);
    const none = await setPasswordByLink(await passwordLink(), `${PASSWORD} encore`, now, true);
    expect(none.left).toEqual({ apiKeys: 0, calendars: 0 });
    expect(await opens(key)).toBe(false);
    expect(await waysIn()).toMatchObject({ factors: 1, asksForCode: true });
  });

  test("in a session, does the same", async () => {
    const { officer } = collectivity.users;
    const { key } = await settleIn();
    const change = (password: string, newPassword: string, endsKeys: boolean) =>
      changePassword(officer, { password, newPassword, endsKeys }, officer.actor, now);
    expect(await change(TEST_PASSWORD, PASSWORD, false)).toEqual({ apiKeys: 1, calendars: 1 });
    expect(await opens(key)).toBe(true);
    expect(await change(PASSWORD, TEST_PASSWORD, true)).toEqual({ apiKeys: 0, calendars: 0 });
    expect(await opens(key)).toBe(false);
  });

  test("in a session, calls off the change of address somebody else asked for, and no invitation", async () => {
    const { officer } = collectivity.users;
    const id = randomUUID();
    const email = `autre-${randomUUID()}@commune.test`;
    const expiresAt = new Date(now.getTime() + HOUR);
    await insertEmailChange(officer.id, email, officer.actor, { id, expiresAt, isQueued: false }, now);
    const [address, forgotten, invited] = [await mail(id), await passwordLink(), await invitation()];
    await changePassword(officer, { password: TEST_PASSWORD, newPassword: PASSWORD }, officer.actor, now);
    const opened = await Promise.all([address, forgotten, invited].map((token) => openAccountLink(token, now)));
    expect(opened.map((link) => link?.kind ?? null)).toEqual([null, null, "invitation"]);
  });
});
