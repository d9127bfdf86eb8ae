import { afterEach, describe, expect, test, vi } from "vitest";

const NEEDED = {
  DATABASE_URL: "postgresql://localhost/prorata",
  AUTH_SECRET: "un secret de plus de trente-deux caractères",
};

/** Every cookie the library makes, by the name it asks for: session, second factor, way to the provider and back. */
const OF_LIBRARY = [
  "session_token",
  "session_data",
  "dont_remember",
  "two_factor",
  "trust_device",
  "state",
  "oauth_state",
];

async function load(address: string) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...NEEDED, APP_URL: address })) vi.stubEnv(name, value);
  const { auth } = await import("@/lib/services/auth");
  const { knowBrowser } = await import("@/lib/services/accounts/known-browser");
  const { createAuthCookie } = await auth.$context;
  const own = knowBrowser(new Headers(), "personne@commune.test");
  return [
    ...OF_LIBRARY.map((name) => createAuthCookie(name)).map(({ name, attributes }) => ({ name, ...attributes })),
    { name: own.name, ...own.options },
  ];
}

afterEach(() => vi.unstubAllEnvs());

describe("every cookie", () => {
  test.for([
    { address: "https://prorata.exemple.fr", secure: true, prefix: /^__(?:Secure|Host)-prorata\./ },
    { address: "http://localhost:3000", secure: false, prefix: /^prorata\./ },
  ])("of $address is out of reach of scripts and of other sites", async ({ address, secure, prefix }) => {
    for (const cookie of await load(address)) {
      expect(cookie.name).toMatch(prefix);
      expect(cookie).toMatchObject({ secure, httpOnly: true, path: "/" });
      expect(String(cookie.sameSite).toLowerCase()).toBe("lax");
      expect(cookie).not.toHaveProperty("domain");
    }
  });
});
