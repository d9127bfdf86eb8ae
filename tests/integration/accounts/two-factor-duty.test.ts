import { beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyScope } from "@/lib/domain/access/api-key-terms";
import { authenticate } from "@/lib/server/authenticate";
import { readSecurity } from "@/lib/services/accounts/security/read-security";
import { resetTwoFactor } from "@/lib/services/accounts/security/reset-two-factor";
import { setTwoFactorDuty } from "@/lib/services/accounts/security/set-two-factor-duty";
import { createTestCollectivity, type TestCollectivity, type TestUser } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";
import { sessionOf, switchOn } from "../../support/two-factor";

const sql = connectTestSql();

let collectivity: TestCollectivity;
let stranger: TestUser;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  stranger = (await createTestCollectivity()).users.admin;
});

const enter = (cookie: string) => authenticate(new Headers({ cookie }));
const enterByKey = async (user: TestUser, scope: ApiKeyScope) =>
  authenticate(new Headers({ authorization: `Bearer ${await user.key(scope)}` }), "measures");

describe("a collectivity that asks for a second factor", () => {
  test("lets its administrators and officers in only once they have one, and nobody else is concerned", async () => {
    const { id, users } = collectivity;
    const officer = await users.officer.cookie();
    expect((await enter(officer)).actor.userId).toBe(users.officer.id);
    await setTwoFactorDuty(id, true, users.admin.actor);
    for (const user of [users.officer, users.admin]) {
      await expect(enter(await user.cookie())).rejects.toMatchObject({ code: "TWO_FACTOR_DUE" });
    }
    await expect(enter(officer)).rejects.toMatchObject({ code: "TWO_FACTOR_DUE" }); // at once
    for (const user of [users.elected, stranger]) {
      expect((await enter(await user.cookie())).actor.userId).toBe(user.id);
    }
    for (const scope of ["read", "write"] as const) {
      await expect(enterByKey(users.officer, scope)).rejects.toMatchObject({ code: "TWO_FACTOR_DUE" });
      expect((await enterByKey(users.elected, scope)).actor.userId).toBe(users.elected.id);
    }
    expect((await enterByKey(users.officer, "measures")).actor.userId).toBe(users.officer.id);
    await switchOn(users.officer, Date.now(), officer);
    expect((await enter(officer)).actor.userId).toBe(users.officer.id);
    expect((await enterByKey(users.officer, "write")).actor.userId).toBe(users.officer.id);
  });

  test("leaves it to the provider of who signs in there only, and not of who has a password too", async () => {
    const { id, users } = await createTestCollectivity();
    await setTwoFactorDuty(id, true, users.admin.actor);
    const cookie = await users.officer.cookie();
    await sql(
      `INSERT INTO account (id, account_id, provider_id, user_id, updated_at)
       VALUES (gen_random_uuid(), $1::text, 'oidc', $1::uuid, now())`,
      [users.officer.id],
    );
    await expect(enter(cookie)).rejects.toMatchObject({ code: "TWO_FACTOR_DUE" });
    await sql("DELETE FROM account WHERE user_id = $1 AND provider_id = 'credential'", [users.officer.id]);
    expect((await enter(cookie)).actor.userId).toBe(users.officer.id);
    await expect(enter(await users.admin.cookie())).rejects.toMatchObject({ code: "TWO_FACTOR_DUE" });
  });

  test("leaves its decision in the trail, once", async () => {
    const { id, users } = collectivity;
    await setTwoFactorDuty(id, true, users.admin.actor);
    await setTwoFactorDuty(id, false, users.admin.actor);
    const events = await sql(
      "SELECT before, after FROM audit_event WHERE collectivity_id = $1 AND action = 'require.two_factor' ORDER BY at",
      [id],
    );
    expect(events).toEqual([
      { before: { isRequired: false }, after: { isRequired: true } },
      { before: { isRequired: true }, after: { isRequired: false } },
    ]);
  });
});

describe("a lost second factor", () => {
  test("is taken away by who manages the account, and by nobody else; every session ends", async () => {
    const { admin, officer, elected } = (await createTestCollectivity()).users;
    const cookie = await elected.cookie();
    await switchOn(elected, Date.now(), cookie);
    for (const wrong of [officer, stranger, elected]) {
      await expect(resetTwoFactor(wrong.actor, elected.id, null)).rejects.toMatchObject({ code: "ACCOUNT_NOT_YOURS" });
    }
    await expect(resetTwoFactor({ ...admin.actor, via: "api_key" }, elected.id, null)).rejects.toMatchObject({
      code: "ACCOUNT_NOT_YOURS",
    });
    expect(await sessionOf(cookie)).not.toBeNull();
    expect(await resetTwoFactor(admin.actor, elected.id, null)).toBe(true);
    expect(await sessionOf(cookie)).toBeNull();
    expect((await readSecurity(elected.id)).twoFactor).toBeNull();
    expect(await sessionOf(await elected.cookie())).not.toBeNull(); // the password is enough again
    expect(await resetTwoFactor(admin.actor, elected.id, null)).toBe(false);
    const events = await sql(
      "SELECT actor_user_id, after FROM audit_event WHERE object_id = $1 AND action = 'reset.two_factor'",
      [elected.id],
    );
    expect(events).toEqual([{ actor_user_id: admin.id, after: { endedSessions: 1 } }]);
  });
});
