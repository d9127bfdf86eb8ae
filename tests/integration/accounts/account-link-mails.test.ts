import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { failAccountLink } from "@/lib/data/account-link-mailing";
import { insertEmailChange, insertPasswordRequest } from "@/lib/data/account-link-requests";
import { insertInvitation } from "@/lib/data/account-link-writing";
import type { AuthorizedAccountLinkId } from "@/lib/data/scope";
import { findPendingEmailChange, listWaitingAccountLinks } from "@/lib/data/waiting-account-links";
import { writeFormerAddressNotice } from "@/lib/format/write-account-mail";
import { MailError } from "@/lib/gateways/mail/mailer";
import { openMailer } from "@/lib/gateways/mail/open-mailer";
import { changeEmailByLink } from "@/lib/services/accounts/change-email-by-link";
import { emptyOldLinks } from "@/lib/services/accounts/empty-old-links";
import { handOverLink } from "@/lib/services/accounts/hand-over-link";
import { openAccountLink } from "@/lib/services/accounts/open-account-link";
import { resetTwoFactor } from "@/lib/services/accounts/security/reset-two-factor";
import { tellOwner } from "@/lib/services/accounts/security/tell-owner";
import { sendAccountLink, sendEmailNotice } from "@/lib/services/accounts/send-account-link";
import { setPasswordByLink } from "@/lib/services/accounts/set-password-by-link";
import { auth } from "@/lib/services/auth";
import {
  createTestAccount,
  createTestCollectivity,
  TEST_PASSWORD,
  type TestCollectivity,
} from "../../support/create-test-collectivity";
import { startTestMailServer, type TestMailServer, textOf } from "../../support/mail-server";
import { connectTestSql } from "../../support/test-sql";
import { switchOn } from "../../support/two-factor";

const sql = connectTestSql();
const NOW = new Date("2026-06-21T10:00:00Z");
const HOUR = 3_600_000;
const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const PASSWORD = "une longue phrase à retenir";

let server: TestMailServer;
let collectivity: TestCollectivity;

beforeAll(async () => {
  server = await startTestMailServer();
  return () => server.close();
});

beforeEach(async () => {
  server.taken.length = 0;
  server.answers.clear();
  collectivity = await createTestCollectivity();
});

const send = (linkId: string, now = NOW) => sendAccountLink(linkId, openMailer(server.settings), now);

/** The tokens of what was mailed to an address, in order. */
const tokensFor = (address: string) =>
  server.taken
    .filter(({ to }) => to === address)
    .map((mail) => /\/lien\/([A-Za-z0-9_-]{43})/.exec(textOf(mail))?.[1] ?? "none");

async function askForPassword(email: string): Promise<string> {
  const id = randomUUID();
  await insertPasswordRequest(email, { id, expiresAt: at(72), isQueued: false }, NOW);
  return id;
}

async function askForEmail(email: string): Promise<string> {
  const { id: userId, actor } = collectivity.users.officer;
  const id = randomUUID();
  await insertEmailChange(userId, email, actor, { id, expiresAt: at(72), isQueued: false }, NOW);
  return id;
}

async function invite(email: string): Promise<string> {
  const target = { kind: "collectivity", collectivityId: collectivity.id, role: "elected" } as const;
  const link = { tokenSha256: null, expiresAt: at(14 * 24), isQueued: false };
  const invited = { email, name: "Camille Durand" };
  return insertInvitation(target, invited, collectivity.users.admin.actor, link, NOW);
}

const newEmail = () => `mailed-${randomUUID()}@commune.test`;
const countLinks = async () => (await sql<{ count: number }>("SELECT count(*)::int FROM account_link"))[0]?.count;

describe("a mailed link", () => {
  test("holds a token that nothing else holds, says what it opens, and goes once", async () => {
    const email = newEmail();
    const linkId = await invite(email);
    expect(await send(linkId)).toBe(true);
    expect(await send(linkId)).toBe(false);
    const [token = ""] = tokensFor(email);
    expect(tokensFor(email)).toHaveLength(1);
    expect(textOf(server.taken[0] ?? { to: "", raw: "" })).toContain("élu de la collectivité");
    expect(await openAccountLink(token, NOW)).toMatchObject({ kind: "invitation", email });
    const [row] = await sql<{ text: string; isMailed: boolean }>(
      `SELECT l::text AS text, is_mailed AS "isMailed" FROM account_link l WHERE id = $1`,
      [linkId],
    );
    expect(row?.text).not.toContain(token);
    expect(row?.isMailed).toBe(true);
  });

  test("of an address whose account is deactivated goes nowhere, and looks the same to who invited", async () => {
    const { email, id } = await createTestAccount(null);
    await sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [id]);
    const [silent, mailed] = [await invite(email), await invite(newEmail())];
    for (const linkId of [silent, mailed]) expect(await send(linkId, at(2))).toBe(true);
    expect(tokensFor(email)).toEqual([]);
    const waiting = await listWaitingAccountLinks(collectivity.id, at(2));
    for (const linkId of [silent, mailed]) {
      const looks = { state: "sent", failure: null, expiresAt: at(2 + 14 * 24) };
      expect(waiting.find(({ id }) => id === linkId)).toMatchObject(looks);
    }
  });

  test("that the server cannot take yet is tried again, under another token", async () => {
    const email = newEmail();
    const linkId = await invite(email);
    server.answers.set(email, { code: 450, message: "plus tard" });
    await expect(send(linkId)).rejects.toThrow(MailError);
    server.answers.clear();
    expect(await send(linkId)).toBe(true);
    expect(await openAccountLink(tokensFor(email)[0] ?? "", NOW)).not.toBeNull();
  });

  test("that is refused, or given up, says so and waits to be handed over, which ends the former", async () => {
    const email = newEmail();
    const linkId = await invite(email);
    server.answers.set(email, { code: 550, message: "inconnu" });
    expect(await send(linkId)).toBe(true);
    await failAccountLink(linkId, "INTERRUPTED", NOW);
    expect(await sql("SELECT failure FROM account_link WHERE id = $1", [linkId])).toEqual([
      { failure: "RECIPIENT_REFUSED" },
    ]);
    const { actor } = collectivity.users.admin;
    const link = { id: linkId as AuthorizedAccountLinkId, kind: "invitation" } as const;
    const [first, second] = [await handOverLink(link, actor, NOW), await handOverLink(link, actor, NOW)];
    const opened = await Promise.all([first, second].map((url) => openAccountLink(url.split("/lien/")[1] ?? "", NOW)));
    expect(opened.map((found) => found !== null)).toEqual([false, true]);
  });

  test("of two workers at once, one sends it", async () => {
    const email = newEmail();
    const linkId = await invite(email);
    await Promise.all([send(linkId), send(linkId)]);
    expect(tokensFor(email)).toHaveLength(1);
  });
});

describe("a forgotten password", () => {
  test("is chosen anew by a link of one hour; every session ends, and the address is proven", async () => {
    const { officer } = collectivity.users;
    const cookie = await officer.cookie();
    await send(await askForPassword(officer.email.toUpperCase()));
    const [token = ""] = tokensFor(officer.email);
    expect(await openAccountLink(token, at(1))).toBeNull();
    await setPasswordByLink(token, PASSWORD, at(0.9));
    expect(await auth.api.getSession({ headers: new Headers({ cookie }) })).toBeNull();
    const signIn = async (password: string) =>
      (await auth.api.signInEmail({ body: { email: officer.email, password }, asResponse: true })).status;
    expect([await signIn(TEST_PASSWORD), await signIn(PASSWORD)]).toEqual([401, 200]);
    await expect(setPasswordByLink(token, PASSWORD, at(0.9))).rejects.toMatchObject({ code: "LINK_OVER" });
    const events = await sql<{ action: string }>(
      "SELECT action FROM audit_event WHERE object_id = $1 AND action LIKE '%password' ORDER BY at",
      [officer.id],
    );
    expect(events.map(({ action }) => action)).toEqual(["request.password", "reset.password"]);
  });

  test("leaves nothing for an address without an account, a deactivated one, or one without a password", async () => {
    const { officer, elected } = collectivity.users;
    await sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [officer.id]);
    await sql("DELETE FROM account WHERE user_id = $1", [elected.id]);
    const before = await countLinks();
    for (const email of [newEmail(), officer.email, elected.email]) {
      expect(await send(await askForPassword(email))).toBe(false);
    }
    expect(await countLinks()).toBe(before);
    expect(server.taken).toEqual([]);
  });

  test("runs the same statements for every address", async () => {
    const { officer, elected } = collectivity.users;
    await sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [elected.id]);
    const statements: string[][] = [];
    for (const email of [officer.email, elected.email, newEmail()]) {
      const query = vi.spyOn(pg.Client.prototype, "query");
      await askForPassword(email);
      statements.push(query.mock.calls.map(([text]) => String(text)));
      query.mockRestore();
    }
    expect(statements[0]?.length).toBeGreaterThan(2);
    expect(statements[1]).toEqual(statements[0]);
    expect(statements[2]).toEqual(statements[0]);
  });

  test("asked for again and again has three links at most, one of which waits", async () => {
    const { officer } = collectivity.users;
    const sent: boolean[] = [];
    for (let asked = 0; asked < 5; asked += 1) sent.push(await send(await askForPassword(officer.email)));
    expect(sent).toEqual([true, true, true, false, false]);
    await askForPassword(collectivity.users.elected.email);
    const before = await countLinks();
    await askForPassword(collectivity.users.elected.email);
    expect(await countLinks()).toBe(before);
  });
});

describe("another address", () => {
  test("holds once its link is followed; other sessions end, and the former one was told", async () => {
    const { officer } = collectivity.users;
    const [here, elsewhere] = [await officer.cookie(), await officer.cookie()];
    const sessionOf = (cookie: string) => auth.api.getSession({ headers: new Headers({ cookie }) });
    const email = newEmail();
    const linkId = await askForEmail(email);
    await send(linkId);
    await sendEmailNotice(linkId, openMailer(server.settings));
    const notice = server.taken.find(({ to }) => to === officer.email);
    expect(notice && textOf(notice)).toContain("/mot-de-passe-oublie");
    expect(notice?.raw).not.toContain(email);
    expect((await sessionOf(here))?.user.email).toBe(officer.email);
    await changeEmailByLink(
      { token: tokensFor(email)[0] ?? "", password: "" },
      (await sessionOf(here))?.session.id ?? null,
      NOW,
    );
    expect((await sessionOf(here))?.user).toMatchObject({ email, emailVerified: true });
    expect(await sessionOf(elsewhere)).toBeNull();
  });

  test("followed, or called off, before the former one could be told: it is told all the same", async () => {
    const { officer, elected } = collectivity.users;
    const email = newEmail();
    const followed = await askForEmail(email);
    await send(followed);
    await sql(`UPDATE "user" SET email_verified = true WHERE id = $1`, [officer.id]); // or it is a first proof
    const owner = await changeEmailByLink({ token: tokensFor(email)[0] ?? "", password: "" }, null, NOW);
    expect(owner.email).toBe(officer.email);
    await sendEmailNotice(followed, openMailer(server.settings));
    expect(tokensFor(officer.email)).toEqual(["none"]);
    await tellOwner(owner, writeFormerAddressNotice(owner.name), openMailer(server.settings));
    expect(server.taken.filter(({ to }) => to === officer.email)).toHaveLength(2);
    expect(server.taken.some(({ raw, to }) => to === officer.email && raw.includes(email))).toBe(false);
    const other = randomUUID();
    const link = { id: other, expiresAt: at(72), isQueued: false };
    await insertEmailChange(elected.id, newEmail(), elected.actor, link, NOW);
    await sql("UPDATE account_link SET revoked_at = $2 WHERE id = $1", [other, NOW]);
    await sendEmailNotice(other, openMailer(server.settings));
    expect(tokensFor(elected.email)).toEqual(["none"]);
    expect(await emptyOldLinks(at(40 * 24))).toBeGreaterThan(0);
    expect(await sql("SELECT FROM account_link WHERE id = $1 AND former_email IS NOT NULL", [other])).toEqual([]);
  });

  test("is called off by a new password", async () => {
    const { officer } = collectivity.users;
    const email = newEmail();
    await send(await askForEmail(email));
    await send(await askForPassword(officer.email));
    await setPasswordByLink(tokensFor(officer.email)[0] ?? "", PASSWORD, NOW);
    expect(await openAccountLink(tokensFor(email)[0] ?? "", NOW)).toBeNull();
  });

  test("of somebody else is mailed to nobody, and looks the same to who asked", async () => {
    const { elected, officer } = collectivity.users;
    const shown: unknown[] = [];
    for (const email of [newEmail(), elected.email]) {
      expect(await send(await askForEmail(email))).toBe(true);
      shown.push((await findPendingEmailChange(officer.id, NOW))?.expiresAt);
    }
    expect(shown).toEqual([at(24), at(24)]);
    expect(tokensFor(elected.email)).toEqual([]);
    const latest = "SELECT sent_at IS NOT NULL AS sent, failure FROM account_link WHERE email = $1";
    expect(await sql(latest, [elected.email])).toEqual([{ sent: true, failure: null }]);
  });
});

test("somebody whose second factor is taken away is told", async () => {
  const { admin, officer } = collectivity.users;
  await switchOn(officer, Date.now());
  expect(await resetTwoFactor(admin.actor, officer.id, openMailer(server.settings))).toBe(true);
  const [mail] = server.taken.filter(({ to }) => to === officer.email);
  expect(mail && textOf(mail)).toContain("double authentification");
  expect(await resetTwoFactor(admin.actor, officer.id, openMailer(server.settings))).toBe(false);
  expect(server.taken).toHaveLength(1);
});

test("a link that is over keeps name and address for thirty days, and no longer", async () => {
  const email = newEmail();
  const linkId = await invite(email);
  const over = 14 * 24;
  const kept = async () => (await sql("SELECT FROM account_link WHERE id = $1 AND email = $2", [linkId, email])).length;
  await emptyOldLinks(at(over + 30 * 24 - 1));
  expect(await kept()).toBe(1);
  expect(await emptyOldLinks(at(over + 30 * 24 + 1))).toBeGreaterThan(0);
  expect(await kept()).toBe(0);
});
