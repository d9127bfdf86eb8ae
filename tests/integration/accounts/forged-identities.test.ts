import type { JWTPayload } from "jose";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { TestCollectivity } from "../../support/create-test-collectivity";
import { OIDC_CLIENT } from "../../support/oidc-provider";
import { type Signature, startOidcStandIn } from "../../support/oidc-stand-in";
import type { SignOnBrowser } from "../../support/sign-on-browser";
import { connectTestSql } from "../../support/test-sql";

const APP_URL = "http://localhost:3000";
const PROOF_LACKS = "/connexion?motif=preuve";
const sql = connectTestSql();

let provider: Awaited<ReturnType<typeof startOidcStandIn>>;
let collectivity: TestCollectivity;
/** Those that tests before these left in the database of this worker. */
let identities: readonly unknown[];
let open: () => SignOnBrowser;

beforeAll(async () => {
  provider = await startOidcStandIn(OIDC_CLIENT.id, OIDC_CLIENT.secret);
  const settings = {
    APP_URL,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: OIDC_CLIENT.id,
    OIDC_CLIENT_SECRET: OIDC_CLIENT.secret,
    OIDC_LABEL: "ProConnect",
    OIDC_SCOPES: "openid email usual_name",
    OIDC_ACR_VALUES: "eidas2 eidas3",
    OIDC_PKCE: "0",
    OIDC_TRUSTS_EMAIL: "1",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules(); // the settings are read once
  const { createTestCollectivity } = await import("../../support/create-test-collectivity");
  const { SignOnBrowser } = await import("../../support/sign-on-browser");
  collectivity = await createTestCollectivity();
  identities = await listIdentities();
  open = () => new SignOnBrowser(APP_URL);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await provider.stop();
});

const SUB = "personne-1";

const listIdentities = () => sql(`SELECT id::text FROM account WHERE provider_id = 'oidc' ORDER BY id`);

type Forgery = {
  readonly idToken?: JWTPayload;
  readonly idTokenBy?: Signature;
  readonly userInfo?: JWTPayload;
  readonly userInfoBy?: Signature;
};

/** Where somebody is led who comes back with these answers; without any change they are right. */
async function comeBackWith({ idToken, idTokenBy, userInfo, userInfoBy }: Forgery): Promise<string | null> {
  const { email } = collectivity.users.officer;
  provider.answers.idToken = (nonce) => provider.sign({ sub: SUB, nonce, acr: "eidas2", ...idToken }, idTokenBy);
  provider.answers.userInfo = async () => [
    "application/jwt",
    await provider.sign({ sub: SUB, email, ...userInfo }, userInfoBy),
  ];
  const browser = open();
  return browser.comeBack(provider.comeBackFrom((await browser.start()) as string));
}

test("what is asked is what the settings say: scopes, level, nonce and state of 32 characters, no PKCE", async () => {
  const { searchParams } = new URL((await open().start()) as string);
  expect([...searchParams.keys()].sort()).toEqual(
    ["acr_values", "client_id", "nonce", "redirect_uri", "response_type", "scope", "state"].sort(),
  );
  expect(searchParams.get("scope")).toBe("openid email usual_name");
  expect(searchParams.get("acr_values")).toBe("eidas2 eidas3");
  expect(searchParams.get("state")?.length).toBeGreaterThanOrEqual(32);
  expect(searchParams.get("nonce")?.length).toBeGreaterThanOrEqual(32);
});

const PAST = Math.floor(Date.now() / 1000) - 3600;

describe("an answer that proves nothing opens nothing", () => {
  test.for<readonly [string, Forgery]>([
    ["a nonce of another sign-in", { idToken: { nonce: "x".repeat(32) } }],
    ["no nonce", { idToken: { nonce: undefined } }],
    ["an ID token for another service", { idToken: { aud: "autre-service" } }],
    ["an ID token of another provider", { idToken: { iss: "https://autre.example" } }],
    ["an ID token that has ended", { idToken: { iat: PAST, exp: PAST + 60 } }],
    ["an ID token signed by another key", { idTokenBy: "other" }],
    ["an ID token signed by our own secret", { idTokenBy: "secret" }],
    ["an ID token that is not signed", { idTokenBy: "none" }],
    ["a level of authentication below", { idToken: { acr: "eidas1" } }],
    ["no level of authentication", { idToken: { acr: undefined } }],
    ["another person's answer", { userInfo: { sub: "personne-2" } }],
    ["an answer for another service", { userInfo: { aud: "autre-service" } }],
    ["an answer of another provider", { userInfo: { iss: "https://autre.example" } }],
    ["an answer signed by another key", { userInfoBy: "other" }],
    ["an answer signed by our own secret", { userInfoBy: "secret" }],
    ["an answer that is not signed", { userInfoBy: "none" }],
    ["an answer without an address", { userInfo: { email: undefined } }],
  ])("%s", async ([, forgery]) => {
    expect(await comeBackWith(forgery)).toBe(PROOF_LACKS);
  });

  test("no ID token at all", async () => {
    provider.answers.idToken = () => undefined;
    const browser = open();
    expect(await browser.comeBack(provider.comeBackFrom((await browser.start()) as string))).toBe(PROOF_LACKS);
  });

  test("a provider that says it is another", async () => {
    provider.answers.issuer = "https://autre.example";
    expect(await comeBackWith({})).toBe(PROOF_LACKS);
    provider.answers.issuer = null;
  });

  test("an address that a trusted provider says is not verified", async () => {
    expect(await comeBackWith({ userInfo: { email_verified: false } })).toBe("/connexion?motif=compte");
  });

  test("none of them left a trace", async () => {
    expect(await listIdentities()).toEqual(identities);
  });
});

test("the same answers unforged open the account, a clock that is off by 20 seconds included", async () => {
  const now = Math.floor(Date.now() / 1000);
  expect(await comeBackWith({})).toBe("/");
  expect(await comeBackWith({ idToken: { exp: now - 20, iat: now - 80 } })).toBe("/");
  expect(await comeBackWith({ idToken: { exp: now - 90, iat: now - 150 } })).toBe(PROOF_LACKS);
});
