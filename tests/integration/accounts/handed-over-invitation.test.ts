import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { DomainError } from "@/lib/domain/errors";
import { acceptInvitation, type InvitationAnswer } from "@/lib/services/accounts/accept-invitation";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { isSignInPassword } from "@/lib/services/accounts/is-sign-in-password";
import { showAccountLink } from "@/lib/services/accounts/show-account-link";
import { takeAttempt } from "@/lib/services/accounts/take-attempt";
import {
  createTestAccount,
  createTestCollectivity,
  TEST_PASSWORD,
  type TestCollectivity,
} from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const NOW = new Date("2026-06-21T10:00:00Z");
const PASSWORD = "une longue phrase à retenir";

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

const newEmail = () => `remise-${randomUUID()}@commune.test`;
const fromAnywhere = () =>
  new Headers({ "x-forwarded-for": `2001:db8:${Math.floor(Math.random() * 0xffff).toString(16)}::1` });

/** The token of an invitation whose link was shown to the inviter. */
async function handInvitation(email: string): Promise<string> {
  const target = { kind: "collectivity", collectivityId: collectivity.id, role: "elected" } as const;
  const invited = { email, name: "Camille Durand" };
  const { actor } = collectivity.users.admin;
  const { address } = await invitePerson(actor, target, invited, { now: NOW, isHandedOver: true });
  return address?.split("/lien/")[1] ?? "";
}

/** An account the inviter knows nothing of. */
const elsewhere = () => createTestAccount(null);

const answer = (token: string, rest: Partial<InvitationAnswer>, userId: string | null = null) =>
  acceptInvitation(
    { token, name: "Camille Durand", password: PASSWORD, hasAccount: false, ...rest },
    { now: NOW, headers: fromAnywhere(), userId },
  ).then(
    () => "accepted",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

const role = async (email: string) =>
  (
    await sql<{ role: string }>(
      `SELECT m.role FROM membership m JOIN "user" u ON u.id = m.user_id WHERE u.email = $1 AND m.collectivity_id = $2`,
      [email, collectivity.id],
    )
  )[0]?.role;

/** What wrong passwords at the sign-in page leave behind. */
async function signInWrongly(account: string, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) await takeAttempt("sign_in", { account, headers: fromAnywhere() });
}

/** Moves the address of an account that is there to the one that was invited. */
const giveAddress = (userId: string, email: string) =>
  sql(`UPDATE "user" SET email = $2 WHERE id = $1`, [userId, email]);

describe("the page of an invitation that was handed over", () => {
  test("shows the same before and after its address has an account, active or not, proven or not", async () => {
    const email = newEmail();
    const token = await handInvitation(email);
    const before = await showAccountLink(token, null, NOW);
    expect(before).toMatchObject({ email, asks: "either", isOwn: false, isFirstProof: false });
    const { id } = await elsewhere();
    await giveAddress(id, email);
    expect(await showAccountLink(token, null, NOW)).toEqual(before);
    expect(await showAccountLink(token, collectivity.users.admin.id, NOW)).toEqual(before);
    await sql(`UPDATE "user" SET email_verified = NOT email_verified WHERE id = $1`, [id]);
    expect(await showAccountLink(token, null, NOW)).toEqual(before);
    await sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [id]);
    expect(await showAccountLink(token, null, NOW)).toEqual(before);
  });

  test("asks nothing of who is signed in to the account of its address", async () => {
    const { id, email } = await elsewhere();
    const token = await handInvitation(email);
    expect(await showAccountLink(token, id, NOW)).toMatchObject({ asks: "nothing", isOwn: true });
    expect(await answer(token, { password: "" }, id)).toBe("accepted");
    expect(await role(email)).toBe("elected");
  });
});

describe("an answer to an invitation that was handed over", () => {
  test("of somebody new, opens his account", async () => {
    const email = newEmail();
    expect(await answer(await handInvitation(email), {})).toBe("accepted");
    expect([await role(email), await isSignInPassword(email, PASSWORD)]).toEqual(["elected", true]);
  });

  test("of who has an account, with its password, whatever he said", async () => {
    for (const hasAccount of [true, false]) {
      const { email } = await elsewhere();
      expect(await answer(await handInvitation(email), { password: TEST_PASSWORD, hasAccount })).toBe("accepted");
      expect([await role(email), await isSignInPassword(email, TEST_PASSWORD)]).toEqual(["elected", true]);
    }
  });

  test("that says there is an account is refused alike whether there is one, active or not, and makes none", async () => {
    const [known, closed] = [await elsewhere(), await elsewhere()];
    await sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [closed.id]);
    const none = newEmail();
    for (const email of [known.email, closed.email, none]) {
      const token = await handInvitation(email);
      for (const password of ["court", PASSWORD]) {
        expect(await answer(token, { hasAccount: true, password })).toBe("WRONG_CREDENTIALS");
      }
    }
    expect(await answer(await handInvitation(closed.email), { hasAccount: true, password: TEST_PASSWORD })).toBe(
      "WRONG_CREDENTIALS",
    );
    expect(await sql(`SELECT FROM "user" WHERE email = $1`, [none])).toEqual([]);
  });

  test("that says there is none hears of its password first, alike whether there is one", async () => {
    for (const email of [(await elsewhere()).email, newEmail()]) {
      expect(await answer(await handInvitation(email), { password: "court" })).toBe("WEAK_PASSWORD");
    }
  });

  test("that says there is none although there is, leaves the account and the link as they were", async () => {
    const { email } = await elsewhere();
    const token = await handInvitation(email);
    expect(await answer(token, {})).toBe("ACCOUNT_EXISTS");
    expect([await role(email), await isSignInPassword(email, TEST_PASSWORD)]).toEqual([undefined, true]);
    expect(await answer(token, { hasAccount: true, password: TEST_PASSWORD })).toBe("accepted");
  });

  test.for([true, false])("counts among the sign-ins of its address, whatever it says: %s", async (hasAccount) => {
    const { email } = await elsewhere();
    const token = await handInvitation(email);
    await signInWrongly(email, 9);
    expect(await answer(token, { hasAccount })).toBe(hasAccount ? "WRONG_CREDENTIALS" : "ACCOUNT_EXISTS");
    expect(await answer(token, { hasAccount, password: TEST_PASSWORD })).toBe("TOO_MANY_ATTEMPTS");
  });

  test("that proves a password and opens nothing stays counted: its refusal tells of the account", async () => {
    const { id, email } = await elsewhere();
    await sql(`UPDATE "user" SET is_instance_admin = true WHERE id = $1`, [id]); // may have no right in a collectivity
    const token = await handInvitation(email);
    await signInWrongly(email, 9);
    const right = { hasAccount: true, password: TEST_PASSWORD };
    expect(await answer(token, right)).toBe("RIGHTS_EXCLUDE_EACH_OTHER");
    expect(await answer(token, right)).toBe("TOO_MANY_ATTEMPTS");
  });

  test("of an address without an account counts alike, and waits even to make one", async () => {
    const email = newEmail();
    const token = await handInvitation(email);
    await signInWrongly(email, 9);
    expect(await answer(token, { hasAccount: true })).toBe("WRONG_CREDENTIALS");
    for (const hasAccount of [true, false]) expect(await answer(token, { hasAccount })).toBe("TOO_MANY_ATTEMPTS");
    expect(await sql(`SELECT FROM "user" WHERE email = $1`, [email])).toEqual([]);
  });
});
