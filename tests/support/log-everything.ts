/**
 * A process that does, with its most talkative log, what handles secrets, well and badly; its last act is to write the
 * list of them to the file LEAK_LIST. Run by tests/integration/access/no-secret-in-logs.test.ts.
 */
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { POST as postToAuth } from "@/app/api/auth/[...all]/route";
import { GET as listOperations } from "@/app/api/v1/operations/route";
import { env } from "@/lib/env";
import { ACCOUNT_MAIL_WORK } from "@/lib/jobs/run-account-mail-job";
import { toErrorResponse } from "@/lib/server/http";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { openAccountLink } from "@/lib/services/accounts/open-account-link";
import { requestPasswordLink } from "@/lib/services/accounts/request-password-link";
import { setPasswordByLink } from "@/lib/services/accounts/set-password-by-link";
import { createTestCollectivity, TEST_PASSWORD } from "./create-test-collectivity";
import { startOidcProvider } from "./oidc-provider";
import { SignOnBrowser } from "./sign-on-browser";

const APP_URL = env.APP_URL;
const secrets: Record<string, string> = {};

/** Keeps a secret under its name; a cookie's value counts as it is sent and as it is read. */
function keep(name: string, value: string): string {
  secrets[name] = value;
  return value;
}

// What the edges do with what they did not expect.
async function attempt(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    toErrorResponse(error);
  }
}

const signIn = (email: string, password: string) =>
  postToAuth(
    new Request(`${APP_URL}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: APP_URL, "x-forwarded-for": "203.0.113.77" },
      body: JSON.stringify({ email, password }),
    }),
  );

const callWith = (headers: Record<string, string>) =>
  listOperations(new Request(`${APP_URL}/api/v1/operations`, { headers }));

async function tryKeysAndPasswords(): Promise<void> {
  const { users, id } = await createTestCollectivity();
  const { admin, officer } = users;
  keep("e-mail", admin.email);
  keep("address", "203.0.113.77");
  keep("password", TEST_PASSWORD);
  await signIn(admin.email, keep("wrong password", `faux-${randomUUID()}`));
  const cookie = (await signIn(admin.email, TEST_PASSWORD)).headers.getSetCookie().map((each) => each.split(";")[0]);
  for (const [index, pair] of cookie.entries()) {
    const value = pair?.split("=")[1] ?? "";
    keep(`cookie ${index}`, value);
    keep(`token ${index}`, decodeURIComponent(value).split(".")[0] ?? value);
  }
  await callWith({ cookie: cookie.join("; ") });
  await callWith({ authorization: `Bearer ${keep("key", await officer.key("write"))}` });
  await callWith({ authorization: `Bearer ${keep("wrong key", `prorata_${randomUUID()}`)}` });
  await attempt(() => requestPasswordLink(officer.email, new Headers(), new Date()));
  const target = { kind: "collectivity", collectivityId: id, role: "officer" } as const;
  const invited = { email: keep("invited", `invitee-${randomUUID()}@commune.test`), name: "Personne invitée" };
  const handedOver = { now: new Date(), isHandedOver: true };
  const { address } = await invitePerson(admin.actor, target, invited, handedOver);
  const token = keep("link", address?.split("/").at(-1) ?? "");
  await openAccountLink(token, new Date());
  await attempt(() => setPasswordByLink(token, keep("new password", `nouveau-${randomUUID()}`), new Date()));
  // Nobody answers at SMTP_PORT.
  const mailed = { email: `autre-${randomUUID()}@commune.test`, name: "Autre personne" };
  const { linkId } = await invitePerson(admin.actor, target, mailed, { now: new Date() });
  await attempt(() => ACCOUNT_MAIL_WORK.run({ linkId, message: "link" }));
  await tryProvider(officer.email);
}

async function tryProvider(email: string): Promise<void> {
  const provider = await startOidcProvider({ appUrl: APP_URL, port: Number(new URL(env.OIDC?.issuer ?? "").port) });
  for (const verified of [true, false]) {
    const person = { sub: randomUUID(), email, emailVerified: verified };
    provider.people.set(person.sub, person);
    const browser = new SignOnBrowser(APP_URL);
    const back = await browser.enter((await browser.start()) as string, person.sub);
    keep(`code ${verified}`, new URL(back).searchParams.get("code") ?? "");
    await browser.comeBack(back);
    if (verified) keep("session", browser.cookieHeader().split("=")[1]?.split(";")[0] ?? "");
  }
  const browser = new SignOnBrowser(APP_URL);
  const back = await browser.enter((await browser.start()) as string, [...provider.people.keys()][0] as string);
  await provider.stop();
  await browser.comeBack(keep("late", back));
}

async function loseTheDatabase(): Promise<void> {
  await attempt(() => signIn(keep("e-mail", "quelqu-un@commune.test"), keep("password", `perdu-${randomUUID()}`)));
  await attempt(() => callWith({ authorization: `Bearer ${keep("key", `prorata_${randomUUID()}`)}` }));
  await attempt(() => callWith({ cookie: `prorata.session_token=${keep("cookie", randomUUID())}.x` }));
}

await (process.env.LEAK_SCENARIO === "database" ? loseTheDatabase() : tryKeysAndPasswords());
writeFileSync(process.env.LEAK_LIST as string, JSON.stringify(secrets));
process.exit(0);
