import { beforeAll, describe, expect, test } from "vitest";
import { findTwoFactor } from "@/lib/data/two-factors";
import { beginTwoFactor } from "@/lib/services/accounts/security/begin-two-factor";
import { confirmTwoFactor } from "@/lib/services/accounts/security/confirm-two-factor";
import { disableTwoFactor } from "@/lib/services/accounts/security/disable-two-factor";
import { readSecurity } from "@/lib/services/accounts/security/read-security";
import { reencryptTwoFactors } from "@/lib/services/accounts/security/reencrypt-two-factors";
import { renewRecoveryCodes } from "@/lib/services/accounts/security/renew-recovery-codes";
import { openFactor } from "@/lib/services/accounts/security/sealed-factor";
import { auth } from "@/lib/services/auth";
import { createTestCollectivity, TEST_PASSWORD, type TestUser } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";
import { callAuth, codeAt, cookieHeader, STEP_MS, sessionOf, switchOn } from "../../support/two-factor";

const sql = connectTestSql();

let admin: TestUser;
let officer: TestUser;
let elected: TestUser;

beforeAll(async () => {
  ({ admin, officer, elected } = (await createTestCollectivity()).users);
});

/** The password was right: the cookie of the question that follows. */
async function startSignIn({ email }: TestUser): Promise<string> {
  const answer = await callAuth("/sign-in/email", { email, password: TEST_PASSWORD });
  expect(await answer.json()).toMatchObject({ twoFactorRedirect: true });
  const cookie = cookieHeader(answer);
  expect(await sessionOf(cookie)).toBeNull();
  return cookie;
}

const verify = (cookie: string, code: string, more = {}) =>
  callAuth("/two-factor/verify-totp", { code, ...more }, cookie);
const recover = (cookie: string, code: string) => callAuth("/two-factor/verify-backup-code", { code }, cookie);

/** Hours apart, so that each test has half-minutes of its own; sign-in itself reads the clock. */
const actionsOf = (user: TestUser) =>
  sql<{ action: string }>(
    "SELECT action FROM audit_event WHERE object_id = $1 AND actor_user_id = $1::uuid ORDER BY at",
    [user.id],
  ).then((rows) => rows.map(({ action }) => action));

describe("switching on", () => {
  test("asks for the password, shows a secret, and counts from the first right code only", async () => {
    const nowMs = Date.now();
    await expect(beginTwoFactor(admin, "pas le bon mot de passe", nowMs)).rejects.toMatchObject({
      code: "WRONG_PASSWORD",
    });
    const { secret, uri, offer } = await beginTwoFactor(admin, TEST_PASSWORD, nowMs);
    expect(secret).toMatch(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(new URL(uri).searchParams.get("secret")).toBe(secret.replaceAll(" ", ""));
    expect((await readSecurity(admin.id)).twoFactor).toBeNull();
    const right = { offer, code: codeAt(secret, nowMs), sessionId: "0199f0d0-0000-7000-8000-000000000000", nowMs };
    for (const [wrong, code] of [
      [{ code: codeAt(secret, nowMs + 10 * STEP_MS) }, "WRONG_CODE"],
      [{ nowMs: nowMs + 31 * 60_000 }, "SETUP_EXPIRED"],
      [{ offer: `${offer}00` }, "SETUP_EXPIRED"],
    ] as const) {
      await expect(confirmTwoFactor(admin.id, { ...right, ...wrong }, admin.actor)).rejects.toMatchObject({ code });
    }
    await expect(confirmTwoFactor(officer.id, right, officer.actor)).rejects.toMatchObject({ code: "SETUP_EXPIRED" });
    expect(await sql("SELECT FROM two_factor WHERE user_id = $1", [admin.id])).toEqual([]);
  });

  test("ends the sessions that were opened without it, keeps nothing in clear, and is told in the trail", async () => {
    const [kept, other] = [await admin.cookie(), await admin.cookie()];
    const { secret, recoveryCodes } = await switchOn(admin, Date.now(), kept);
    expect(await sessionOf(kept)).not.toBeNull();
    expect(await sessionOf(other)).toBeNull();
    expect(recoveryCodes).toHaveLength(10);
    const stored = JSON.stringify(await sql("SELECT * FROM two_factor WHERE user_id = $1", [admin.id]));
    const trail = JSON.stringify(await sql("SELECT * FROM audit_event WHERE object_id = $1", [admin.id]));
    for (const secretText of [secret, secret.replaceAll(" ", ""), ...recoveryCodes]) {
      expect(stored + trail).not.toContain(secretText);
    }
    expect(await actionsOf(admin)).toEqual(["enable.two_factor"]);
    await expect(switchOn(admin, Date.now())).rejects.toMatchObject({ code: "TWO_FACTOR_ALREADY_ON" });
  });
});

describe("signing in with it", () => {
  let secret: string;
  let recoveryCodes: readonly string[];
  beforeAll(async () => {
    ({ secret, recoveryCodes } = await switchOn(officer, Date.now() - 10 * STEP_MS));
  });

  test("a code opens a session once, within half a minute of the right time, and no device is trusted", async () => {
    const cookie = await startSignIn(officer);
    expect((await verify(cookie, codeAt(secret, Date.now() - 4 * STEP_MS))).status).toBe(401);
    const code = codeAt(secret, Date.now());
    const answer = await verify(cookie, ` ${code.slice(0, 3)} ${code.slice(3)} `, { trustDevice: true });
    expect(answer.status).toBe(200);
    expect(await sessionOf(cookieHeader(answer))).toMatchObject({ userId: officer.id });
    expect(answer.headers.getSetCookie().join()).not.toContain("trust_device");
    expect((await verify(await startSignIn(officer), code)).status).toBe(401); // seen over a shoulder
  });

  test("a recovery code opens one once, however it is typed", async () => {
    const [first = ""] = recoveryCodes;
    const answer = await recover(await startSignIn(officer), first.toLowerCase().replace("-", " "));
    expect(answer.status).toBe(200);
    expect(await sessionOf(cookieHeader(answer))).toMatchObject({ userId: officer.id });
    expect((await recover(await startSignIn(officer), first)).status).toBe(401);
    expect((await readSecurity(officer.id)).twoFactor?.recoveryCodesLeft).toBe(9);
    expect(await actionsOf(officer)).toContain("use.recovery_code");
  });

  /** Wrong codes in a row so far. */
  const forget = () =>
    sql("UPDATE two_factor SET failed_verification_count = 0, locked_until = NULL WHERE user_id = $1", [officer.id]);

  test("nothing is asked of who has no password to begin with, nor of who is signed in already", async () => {
    expect((await verify("", "123456")).status).toBe(401);
    const signedIn = await elected.cookie();
    expect((await verify(signedIn, "123456")).status).toBe(400);
    expect((await recover(signedIn, recoveryCodes[1] ?? "")).status).toBe(400);
  });

  test("five wrong codes cost the password again, ten a quarter of an hour, which a stranger cannot bring about", async () => {
    await forget();
    for (let challenge = 0; challenge < 2; challenge += 1) {
      const cookie = await startSignIn(officer);
      for (let tries = 0; tries < 5; tries += 1) expect((await verify(cookie, "000000")).status).toBe(401);
      expect((await verify(cookie, "000000")).status).toBeGreaterThanOrEqual(400);
    }
    const cookie = await startSignIn(officer); // the password still answers
    expect((await recover(cookie, recoveryCodes[2] ?? "")).status).toBe(429);
    await sql("UPDATE two_factor SET locked_until = now() - interval '1 second' WHERE user_id = $1", [officer.id]);
    expect((await recover(cookie, recoveryCodes[2] ?? "")).status).toBe(200);
  }, 20_000);

  test("without the password nothing wrong is counted", async () => {
    await forget();
    for (let tries = 0; tries < 9; tries += 1) {
      await callAuth("/sign-in/email", { email: officer.email, password: "pas le bon mot de passe" });
      await verify("prorata.two_factor=2fa-forged.signature", "000000");
    }
    const [row] = await sql("SELECT failed_verification_count, locked_until FROM two_factor WHERE user_id = $1", [
      officer.id,
    ]);
    expect(row).toEqual({ failed_verification_count: 0, locked_until: null });
  }, 20_000);
});

describe("once it is on", () => {
  test("new recovery codes and switching off take a code, and switching off the password too", async () => {
    const nowMs = Date.now();
    const { secret, recoveryCodes } = await switchOn(elected, nowMs - 10 * STEP_MS);
    await expect(renewRecoveryCodes(elected.id, "000000", nowMs, elected.actor)).rejects.toMatchObject({
      code: "WRONG_CODE",
    });
    const renewed = await renewRecoveryCodes(elected.id, codeAt(secret, nowMs), nowMs, elected.actor);
    const [old = ""] = recoveryCodes;
    const [fresh = ""] = renewed;
    const off = (password: string, code: string) =>
      disableTwoFactor(elected.id, { password, code }, nowMs, elected.actor);
    await expect(off(TEST_PASSWORD, old)).rejects.toMatchObject({ code: "WRONG_CODE" });
    await expect(off(TEST_PASSWORD, codeAt(secret, nowMs))).rejects.toMatchObject({ code: "WRONG_CODE" }); // used above
    await expect(off("pas le bon mot de passe", fresh)).rejects.toMatchObject({ code: "WRONG_PASSWORD" });
    await off(TEST_PASSWORD, fresh);
    expect(await readSecurity(elected.id)).toEqual({ hasPassword: true, twoFactor: null });
    expect(await actionsOf(elected)).toEqual([
      "enable.two_factor",
      "renew.recovery_codes",
      "use.recovery_code",
      "disable.two_factor",
    ]);
    expect(await sessionOf(await elected.cookie())).not.toBeNull();
  });

  test("a session left open does not let anybody guess", async () => {
    const nowMs = Date.now();
    const { users } = await createTestCollectivity();
    const tries: string[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      tries.push(
        await beginTwoFactor(users.elected, "pas le bon mot de passe", nowMs).then(
          () => "begun",
          ({ code }) => code,
        ),
      );
    }
    expect(tries).toEqual([...Array(10).fill("WRONG_PASSWORD"), "TOO_MANY_ATTEMPTS"]);
  }, 20_000);
});

test("another AUTH_SECRET reads what the former one wrote, and the former is forgotten once all is encrypted anew", async () => {
  const current = (await auth.$context).secretConfig;
  if (typeof current === "string") throw new Error("secrets are expected to have versions");
  const { users } = await createTestCollectivity();
  await switchOn(users.admin, Date.now());
  const stored = await findTwoFactor(users.admin.id);
  if (!stored) throw new Error("there is a second factor");
  const NEXT = 7;
  const next = "another secret of more than 32 letters";
  const rotated = { keys: new Map([...current.keys, [NEXT, next]]), currentVersion: NEXT };
  const alone = { keys: new Map([[NEXT, next]]), currentVersion: NEXT };
  expect(await reencryptTwoFactors(alone, [stored])).toEqual({ unreadable: 1 });
  expect(await findTwoFactor(users.admin.id)).toEqual(stored); // left as it was
  expect(await reencryptTwoFactors(rotated, [stored])).toEqual({ unreadable: 0 });
  const renewed = await findTwoFactor(users.admin.id);
  if (!renewed) throw new Error("there is a second factor");
  expect(renewed.secret).toMatch(/^\$ba\$7\$/);
  expect(await openFactor(alone, renewed)).toEqual(await openFactor(current, stored));
  expect((await readSecurity(users.admin.id)).twoFactor?.recoveryCodesLeft).toBeNull(); // told, not thrown
});
