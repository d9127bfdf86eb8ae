import { expect, test } from "vitest";
import { normalizeCode } from "@/lib/schemas/normalize-code";
import { drawRecoveryCodes } from "@/lib/services/accounts/security/recovery-codes";

test("ten different codes, of letters and digits that are not taken for one another, which reading leaves as they are", () => {
  const codes = drawRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}$/);
    expect(normalizeCode(code)).toBe(code);
  }
});

test.for([
  ["abcde fghjk", "ABCDE-FGHJK"],
  [" ABCDEFGHJK ", "ABCDE-FGHJK"],
  ["abcde–fghjk", "ABCDE-FGHJK"],
  ["123 456", "123456"],
  ["", ""],
  ["../../etc", "ETC"],
] as const)("%j is read as %j", ([typed, read]) => {
  expect(normalizeCode(typed)).toBe(read);
});
