import { expect, test } from "vitest";
import { authSecrets } from "@/lib/services/accounts/security/auth-secrets";

test("a secret keeps its version wherever it stands, and the current one comes first", () => {
  const [first, second, third] = ["a", "b", "c"].map((letter) => letter.repeat(32)) as [string, string, string];
  const before = authSecrets(first, []);
  const after = authSecrets(third, [second, first]);
  expect(after.map(({ value }) => value)).toEqual([third, second, first]);
  expect(after[2]).toEqual(before[0]);
  expect(new Set(after.map(({ version }) => version)).size).toBe(3);
  for (const { version } of after) expect(Number.isInteger(version) && version >= 0).toBe(true);
});

test("a secret named twice is one", () => {
  expect(authSecrets("a".repeat(32), ["a".repeat(32)])).toHaveLength(1);
});
