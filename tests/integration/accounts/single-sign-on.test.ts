import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { TestCollectivity } from "../../support/create-test-collectivity";
import { OIDC_CLIENT, type OidcPerson, startOidcProvider } from "../../support/oidc-provider";
import type { SignOnBrowser } from "../../support/sign-on-browser";
import { connectTestSql } from "../../support/test-sql";

const APP_URL = "http://localhost:3000";
const sql = connectTestSql();

let provider: Awaited<ReturnType<typeof startOidcProvider>>;
let collectivity: TestCollectivity;
let open: () => SignOnBrowser;
let sessionOf: (browser: SignOnBrowser) => Promise<string | null>;

beforeAll(async () => {
  provider = await startOidcProvider({ appUrl: APP_URL });
  const settings = {
    APP_URL,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: OIDC_CLIENT.id,
    OIDC_CLIENT_SECRET: OIDC_CLIENT.secret,
    OIDC_LABEL: "ProConnect",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules(); // the settings are read once
  const { createTestCollectivity } = await import("../../support/create-test-collectivity");
  const { SignOnBrowser } = await import("../../support/sign-on-browser");
  const { auth } = await import("@/lib/services/auth");
  collectivity = await createTestCollectivity();
  open = () => new SignOnBrowser(APP_URL);
  sessionOf = async (browser) => {
    const session = await auth.api.getSession({ headers: new Headers({ cookie: browser.cookieHeader() }) });
    return session?.user.id ?? null;
  };
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await provider.stop();
});

let person: OidcPerson;

/** Somebody at the provider, with the address of an account of ours unless told otherwise. */
function atTheProvider(email: string, emailVerified: boolean | null = true) {
  person = { sub: randomUUID(), email, emailVerified };
  provider.people.set(person.sub, person);
  return person;
}

const identities = (userId: string) =>
  sql<{ account_id: string }>(`SELECT account_id FROM account WHERE user_id = $1 AND provider_id = 'oidc'`, [userId]);

beforeEach(async () => {
  await sql(`DELETE FROM account WHERE provider_id = 'oidc'`);
  await sql(`UPDATE "user" SET email_verified = true, deactivated_at = NULL WHERE erased_at IS NULL`);
});

describe("somebody the provider knows by a verified address", () => {
  test("is signed in to the account at that address, which is linked to his subject and says so in the trail", async () => {
    const { officer } = collectivity.users;
    const { sub } = atTheProvider(officer.email.toUpperCase());
    const browser = open();
    expect(await browser.signOn(sub)).toBe("/");
    expect(await sessionOf(browser)).toBe(officer.id);
    expect(await identities(officer.id)).toEqual([{ account_id: sub }]);
    const events = await sql(
      `SELECT action, actor_user_id, after FROM audit_event WHERE object_type = 'account' AND actor_user_id = $1`,
      [officer.id],
    );
    expect(events).toEqual([{ action: "link.identity", actor_user_id: officer.id, after: { userId: officer.id } }]);
  });

  test("leaves open neither his former session in that browser, nor somebody else’s", async () => {
    const { officer, elected } = collectivity.users;
    const { sub } = atTheProvider(officer.email);
    for (const former of [await officer.cookie(), await elected.cookie()]) {
      const [browser, left] = [open(), open()];
      browser.adopt(former);
      left.adopt(former);
      expect(await sessionOf(left)).not.toBeNull();
      await browser.signOn(sub);
      expect(await sessionOf(browser)).toBe(officer.id);
      expect(await sessionOf(left)).toBeNull();
    }
  });

  test("leaves no token by which anything could be asked of the provider in his name", async () => {
    const { sub } = atTheProvider(collectivity.users.officer.email);
    await open().signOn(sub);
    await open().signOn(sub);
    const rows = await sql(
      `SELECT access_token, refresh_token, id_token IS NOT NULL AS hint FROM account WHERE account_id = $1`,
      [sub],
    );
    expect(rows).toEqual([{ access_token: null, refresh_token: null, hint: true }]);
  });

  test("keeps his account when his address changes there, verified or not", async () => {
    const { officer, elected } = collectivity.users;
    const { sub } = atTheProvider(officer.email);
    await open().signOn(sub);
    Object.assign(person, { email: elected.email, emailVerified: false });
    const browser = open();
    expect(await browser.signOn(sub)).toBe("/");
    expect(await sessionOf(browser)).toBe(officer.id);
    expect(await identities(elected.id)).toEqual([]);
  });
});

describe("nobody gets in", () => {
  test.for([
    ["an address the provider has not verified", false, true],
    ["an address it says nothing of", null, true],
    ["an address we have not verified", true, false],
  ] as const)("with %s", async ([, atProvider, here]) => {
    const { officer } = collectivity.users;
    await sql(`UPDATE "user" SET email_verified = $2 WHERE id = $1`, [officer.id, here]);
    const browser = open();
    expect(await browser.signOn(atTheProvider(officer.email, atProvider).sub)).toBe("/connexion?motif=compte");
    expect(await sessionOf(browser)).toBeNull();
    expect(await identities(officer.id)).toEqual([]);
  });

  test("with an unknown address: the same answer, and no account is made", async () => {
    const email = `inconnue-${randomUUID()}@commune.test`;
    expect(await open().signOn(atTheProvider(email).sub)).toBe("/connexion?motif=compte");
    expect(await sql(`SELECT FROM "user" WHERE email = $1`, [email])).toEqual([]);
  });

  test("with another subject at an address that is linked already: an address may move to somebody else", async () => {
    const { officer } = collectivity.users;
    const first = atTheProvider(officer.email);
    await open().signOn(first.sub);
    expect(await open().signOn(atTheProvider(officer.email).sub)).toBe("/connexion?motif=compte");
    expect(await identities(officer.id)).toEqual([{ account_id: first.sub }]);
  });

  test("with a deactivated account, linked or not", async () => {
    const { officer } = collectivity.users;
    const { sub } = atTheProvider(officer.email);
    await open().signOn(sub);
    await sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [officer.id]);
    const browser = open();
    expect(await browser.signOn(sub)).toBe("/connexion?motif=desactive");
    expect(await sessionOf(browser)).toBeNull();
  });

  test("who refuses at the provider", async () => {
    expect(await open().signOn("")).toBe("/connexion?motif=refus");
  });

  test("with a state that is not his: changed, somebody else's, or used once", async () => {
    const { sub } = atTheProvider(collectivity.users.officer.email);
    const [mine, other] = [open(), open()];
    const back = await mine.enter((await mine.start()) as string, sub);
    const changed = new URL(back);
    changed.searchParams.set("state", "x".repeat(32));
    expect(await mine.comeBack(changed.href)).toBe("/connexion?motif=reprise");
    expect(await other.comeBack(back)).toBe("/connexion?motif=reprise");
    expect(await mine.comeBack(back)).toBe("/");
    expect(await mine.comeBack(back)).toBe("/connexion?motif=reprise");
    expect(await sessionOf(other)).toBeNull();
  });

  test.for([
    { provider: "oidc", callbackURL: "/", idToken: { token: "a.b.c" } },
    { provider: "oidc", callbackURL: "/", scopes: ["offline_access"] },
    { provider: "oidc", callbackURL: "/", additionalParams: { prompt: "none" } },
    { provider: "oidc", callbackURL: "https://ailleurs.example/" },
    { provider: "oidc", callbackURL: "/", requestSignUp: true },
    { provider: "google", callbackURL: "/" },
    {},
  ])("by starting with %j", async (body) => {
    for (const path of ["/api/auth/sign-in/social", "/api/auth/link-social"]) {
      expect((await open().post(path, body)).status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe("one's own identity", () => {
  test("is linked while signed in, and only with the address of the account", async () => {
    const { admin, officer } = collectivity.users;
    const link = async (sub: string) => {
      const browser = open();
      browser.adopt(await admin.cookie());
      return browser.signOn(sub, "link");
    };
    expect(await link(atTheProvider(officer.email).sub)).toBe("/compte?motif=liaison");
    expect(await link(atTheProvider(admin.email, false).sub)).toBe("/compte?motif=liaison");
    const { sub } = atTheProvider(admin.email);
    expect(await link(sub)).toBe("/compte");
    expect(await link(atTheProvider(admin.email).sub)).toBe("/compte?motif=liaison");
    expect(await identities(admin.id)).toEqual([{ account_id: sub }]);
    expect(await open().start("link")).toBeNull();
  });

  test("is taken away by its owner, unless he could no longer sign in", async () => {
    const { unlinkIdentity } = await import("@/lib/services/accounts/unlink-identity");
    const { admin, elected } = collectivity.users;
    const { sub } = atTheProvider(admin.email);
    await open().signOn(sub);
    expect(await unlinkIdentity(elected.id, elected.actor)).toBe(false);
    await sql(`UPDATE account SET provider_id = 'set-aside' WHERE user_id = $1 AND provider_id = 'credential'`, [
      admin.id,
    ]);
    await sql(`UPDATE account SET password = NULL WHERE user_id = $1 RETURNING id`, [admin.id]);
    await expect(unlinkIdentity(admin.id, admin.actor)).rejects.toMatchObject({ code: "LAST_WAY_IN" });
    await sql(`UPDATE account SET password = 'x' WHERE user_id = $1 AND provider_id = 'set-aside'`, [admin.id]);
    expect(await unlinkIdentity(admin.id, admin.actor)).toBe(true);
    expect(await identities(admin.id)).toEqual([]);
    const trail = await sql(`SELECT before FROM audit_event WHERE action = 'unlink.identity' AND actor_user_id = $1`, [
      admin.id,
    ]);
    expect(trail).toEqual([{ before: { userId: admin.id } }]);
  });
});

test("signing out ends the session here, and leads to where it ends there", async () => {
  const { officer } = collectivity.users;
  const browser = open();
  await browser.signOn(atTheProvider(officer.email).sub);
  const state = "s".repeat(40);
  const answer = await browser.post("/api/auth/sign-out", { provider: "oidc", callbackURL: "/connexion", state });
  const url = new URL(((await answer.json()) as { url: string }).url);
  expect(`${url.origin}${url.pathname}`).toBe(`${provider.issuer}/session/end`);
  expect(url.searchParams.get("id_token_hint")?.split(".")).toHaveLength(3);
  expect(url.searchParams.get("post_logout_redirect_uri")).toBe(`${APP_URL}/connexion`);
  expect(url.searchParams.get("state")).toBe(state);
  expect(await sessionOf(browser)).toBeNull();
  expect((await fetch(url, { redirect: "manual" })).status).toBeLessThan(400);
});

test("a provider that is down is said to be, and passwords go on", async () => {
  const { officer } = collectivity.users;
  const { sub } = atTheProvider(officer.email);
  const browser = open();
  const back = await browser.enter((await browser.start()) as string, sub);
  await provider.stop();
  expect(await browser.comeBack(back)).toBe("/connexion?motif=preuve");
  browser.adopt(await officer.cookie());
  expect(await sessionOf(browser)).toBe(officer.id);
});
