import { afterEach, expect, test, vi } from "vitest";

const NEEDED = {
  DATABASE_URL: "postgresql://localhost/prorata",
  AUTH_SECRET: "un secret de plus de trente-deux caractères",
  APP_URL: "https://prorata.exemple.fr",
};

async function write(contact: string): Promise<string | null> {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...NEEDED, SECURITY_CONTACT: contact })) vi.stubEnv(name, value);
  return (await import("@/lib/server/security-text")).writeSecurityText(new Date("2026-11-22T12:00:00Z"));
}

afterEach(() => vi.unstubAllEnvs());

test.for([
  ["securite@exemple.fr", "mailto:securite@exemple.fr"],
  ["mailto:securite@exemple.fr", "mailto:securite@exemple.fr"],
  ["https://exemple.fr/securite", "https://exemple.fr/securite"],
] as const)("%s is told as RFC 9116 asks, with an end", async ([contact, told]) => {
  expect(await write(contact)).toBe(
    [
      `Contact: ${told}`,
      "Expires: 2027-05-21T12:00:00.000Z",
      "Preferred-Languages: fr, en",
      "Canonical: https://prorata.exemple.fr/.well-known/security.txt",
      "",
    ].join("\n"),
  );
});

test("nobody is named: there is no text", async () => {
  expect(await write("")).toBeNull();
});

test.for(["securite", "a@b", "http://exemple.fr", "a@b.fr\nContact: mailto:c@d.fr", "javascript:alert(1)"])(
  "%j is no contact",
  async (contact) => {
    await expect(write(contact)).rejects.toThrow("SECURITY_CONTACT");
  },
);
