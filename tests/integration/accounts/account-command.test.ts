import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { setPasswordByLink } from "@/lib/services/accounts/set-password-by-link";
import { createTestAccount, type TestUser } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const ROOT = path.resolve(import.meta.dirname, "../../..");
const SCRIPT = ["--import", "tsx", "--conditions=react-server", "lib/cli/account.ts"];

let instance: TestUser;

beforeAll(async () => {
  instance = await createTestAccount("instance");
});

/** What `npm run account` prints, once the installation's database is known. */
async function run(...args: readonly string[]): Promise<string> {
  const env = {
    ...process.env,
    AUTH_SECRET: "secret-des-tests-de-commande-0123456789",
    APP_URL: "http://localhost:3000",
  };
  const { stdout } = await promisify(execFile)(process.execPath, [...SCRIPT, ...args], { cwd: ROOT, env });
  return stdout.trim();
}

test("an administrator of the installation who forgot his password is handed a link on its machine", async () => {
  const first = (await run("--email", instance.email, "--password-link")).split("/lien/")[1] ?? "";
  const second = (await run("--email", instance.email.toUpperCase(), "--password-link")).split("/lien/")[1] ?? "";
  await expect(setPasswordByLink(first, "une longue phrase à retenir", new Date())).rejects.toMatchObject({
    code: "LINK_OVER",
  });
  expect(await setPasswordByLink(second, "une longue phrase à retenir", new Date())).toMatchObject({
    email: instance.email,
  });
});

test("his account is closed and opened again there, each once, and the trail says through what", async () => {
  expect(await run("--email", instance.email, "--deactivate")).toContain("désactivé");
  expect(await run("--email", instance.email, "--deactivate")).toContain("Rien n’a été changé");
  expect(await run("--email", instance.email, "--password-link")).toContain("désactivé");
  expect(await run("--email", instance.email, "--reactivate")).toContain("rouvert");
  expect(await run("--email", instance.email, "--reset-two-factor")).toContain("Rien n’a été changé");
  const events = await sql(
    "SELECT action, via, actor_user_id FROM audit_event WHERE object_id = $1 AND via = 'cli' ORDER BY at",
    [instance.id],
  );
  expect(events.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["hand.account_link", "deactivate.account", "reactivate.account"]),
  );
});

test.for([
  ["an unknown address", ["--email", "personne@commune.test", "--deactivate"], /Aucun compte/],
  ["nothing asked for", ["--email", "personne@commune.test"], /Usage/],
  ["two things at once", ["--email", "personne@commune.test", "--deactivate", "--reactivate"], /Usage/],
] as const)("%s is refused", async ([, args, message]) => {
  await expect(run(...args)).rejects.toMatchObject({ stderr: expect.stringMatching(message) });
});
