import { beforeAll, describe, expect, test } from "vitest";
import { deleteExpiredSessions } from "@/lib/data/sessions";
import { changePassword } from "@/lib/services/accounts/security/change-password";
import { endOtherSessions } from "@/lib/services/accounts/security/end-other-sessions";
import { endSession } from "@/lib/services/accounts/security/end-session";
import { listSessions } from "@/lib/services/accounts/security/list-sessions";
import { createTestCollectivity, TEST_PASSWORD, type TestUser } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";
import { callAuth, cookieHeader, sessionOf } from "../../support/two-factor";

const sql = connectTestSql();
const NEW_PASSWORD = "une tout autre phrase à retenir";

let admin: TestUser;
let officer: TestUser;
let elected: TestUser;

beforeAll(async () => {
  ({ admin, officer, elected } = (await createTestCollectivity()).users);
});

const idOf = async (cookie: string): Promise<string> => (await sessionOf(cookie))?.sessionId ?? "none";

const lastEvent = async (objectId: string) => {
  const [event] = await sql(
    "SELECT action, actor_user_id, before, after FROM audit_event WHERE object_id = $1 ORDER BY at DESC LIMIT 1",
    [objectId],
  );
  return event;
};

describe("the list of one's sessions", () => {
  test("names one's own that are still open, and ends one at once", async () => {
    const [here, there, foreign] = [await admin.cookie(), await admin.cookie(), await officer.cookie()];
    const [hereId, thereId, foreignId] = [await idOf(here), await idOf(there), await idOf(foreign)];
    expect((await listSessions(admin.id, new Date())).map(({ id }) => id).sort()).toEqual([hereId, thereId].sort());
    expect(await endSession(admin.id, thereId, admin.actor)).toBe(true);
    expect(await sessionOf(there)).toBeNull();
    expect(await sessionOf(here)).not.toBeNull();
    expect(await lastEvent(thereId)).toEqual({
      action: "end.session",
      actor_user_id: admin.id,
      before: { userId: admin.id },
      after: null,
    });
    expect(await endSession(admin.id, thereId, admin.actor)).toBe(false);
    expect(await endSession(admin.id, foreignId, admin.actor)).toBe(false);
    expect(await sessionOf(foreign)).not.toBeNull();
  });

  test("says nothing of those that are over", async () => {
    const id = await idOf(await admin.cookie());
    await sql("UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);
    expect((await listSessions(admin.id, new Date())).map((each) => each.id)).not.toContain(id);
  });

  test("is all that the night leaves: what is over goes, with its address and browser", async () => {
    const [over, open] = [await idOf(await admin.cookie()), await idOf(await admin.cookie())];
    await sql("UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1", [over]);
    const verification = `INSERT INTO verification (id, identifier, value, expires_at, updated_at)
                          VALUES (gen_random_uuid(), $1, 'x', now() + $2::interval, now())`;
    await sql(verification, [`over-${over}`, "-1 second"]);
    await sql(verification, [`open-${over}`, "1 hour"]);
    expect(await deleteExpiredSessions(new Date())).toBeGreaterThan(0);
    expect(await sql("SELECT id FROM session WHERE id = ANY($1::uuid[])", [[over, open]])).toEqual([{ id: open }]);
    expect(await sql("SELECT identifier FROM verification WHERE identifier LIKE '%' || $1", [over])).toEqual([
      { identifier: `open-${over}` },
    ]);
  });

  test("ends all the others together", async () => {
    const [here, ...others] = [await elected.cookie(), await elected.cookie(), await elected.cookie()];
    expect(await endOtherSessions(elected.id, await idOf(here), elected.actor)).toBe(2);
    expect(await Promise.all(others.map(sessionOf))).toEqual([null, null]);
    expect(await sessionOf(here)).not.toBeNull();
    expect(await lastEvent(elected.id)).toMatchObject({ action: "end.other_sessions", after: { count: 2 } });
  });
});

describe("signing in", () => {
  test("gives a session of its own each time, whatever cookie came with it", async () => {
    const before = await officer.cookie();
    const answer = await callAuth("/sign-in/email", { email: officer.email, password: TEST_PASSWORD }, before);
    const after = cookieHeader(answer);
    expect(after).not.toBe(before);
    expect(await idOf(after)).not.toBe(await idOf(before));
  });

  test("never takes a session that was given before it", async () => {
    const planted = "prorata.session_token=planted-by-a-stranger.c2lnbmF0dXJl";
    const answer = await callAuth("/sign-in/email", { email: officer.email, password: TEST_PASSWORD }, planted);
    expect(cookieHeader(answer)).not.toContain("planted");
    expect(await sessionOf(planted)).toBeNull();
    const [row] = await sql("SELECT FROM session WHERE token LIKE 'planted%'");
    expect(row).toBeUndefined();
  });
});

describe("changing one's password", () => {
  test("takes the current one, and another", async () => {
    const change = (password: string, newPassword: string) =>
      changePassword(admin, { password, newPassword }, admin.actor, new Date());
    await expect(change("pas le bon mot de passe", NEW_PASSWORD)).rejects.toMatchObject({
      code: "WRONG_PASSWORD",
      details: { field: "password" },
    });
    await expect(change(TEST_PASSWORD, TEST_PASSWORD)).rejects.toMatchObject({ code: "SAME_PASSWORD" });
    await expect(change(TEST_PASSWORD, "trop court")).rejects.toMatchObject({
      code: "WEAK_PASSWORD",
      details: { field: "newPassword" },
    });
    expect(await sessionOf(await admin.cookie())).not.toBeNull();
  });

  test("ends every session, this one too: the new password opens, the old one does not", async () => {
    const cookies = [await officer.cookie(), await officer.cookie()];
    const foreign = await admin.cookie();
    await changePassword(officer, { password: TEST_PASSWORD, newPassword: NEW_PASSWORD }, officer.actor, new Date());
    expect(await Promise.all(cookies.map(sessionOf))).toEqual([null, null]);
    expect(await sessionOf(foreign)).not.toBeNull();
    const signIn = (password: string) => callAuth("/sign-in/email", { email: officer.email, password });
    expect((await signIn(TEST_PASSWORD)).status).toBe(401);
    expect((await signIn(NEW_PASSWORD)).status).toBe(200);
    const event = await lastEvent(officer.id);
    expect(event).toMatchObject({ action: "change.password", actor_user_id: officer.id });
    expect(JSON.stringify(event)).not.toMatch(/phrase|mot de passe|[0-9a-f]{64}/);
  });

  test("is refused to who signs in elsewhere only", async () => {
    await sql("DELETE FROM account WHERE user_id = $1", [elected.id]);
    await expect(
      changePassword(elected, { password: TEST_PASSWORD, newPassword: NEW_PASSWORD }, elected.actor, new Date()),
    ).rejects.toMatchObject({ code: "NO_PASSWORD" });
  });
});
