import fc from "fast-check";
import { expect, test } from "vitest";
import { COMMON_PASSWORDS } from "@/lib/domain/accounts/common-passwords";
import { findPasswordFault } from "@/lib/domain/accounts/find-password-fault";

const EMAIL = "camille.durand@commune.example";

test.for([
  ["une longue phrase à retenir", null],
  ["aaaaaaaaaaab", null],
  ["onze caract", "too_short"],
  ["🦊🦊🦊🦊🦊🦊", "too_short"],
  [`${"x".repeat(127)}y`, null],
  ["xy".repeat(65), "too_long"],
  [EMAIL, "is_email"],
  ["Camille.Durand@Commune.example ", "is_email"],
  ["CAMILLE.DURAND", "is_email"],
  ["motdepasse2026", "is_common"],
  ["Mot De Passe 2026", "is_common"],
  ["000000000000", "is_common"],
  ["            ", "is_common"],
] as const)("%j: %s", ([password, fault]) => {
  expect(findPasswordFault(password, EMAIL)).toBe(fault);
});

test("all that the list holds is long enough to be chosen, and written as it is compared", () => {
  for (const password of COMMON_PASSWORDS) expect(findPasswordFault(password, EMAIL)).toBe("is_common");
});

test("no rule asks for capitals, digits or signs", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength: 16, maxLength: 128 });
  fc.assert(
    fc.property(letters, (password) => {
      fc.pre(new Set(password).size > 6 && !COMMON_PASSWORDS.has(password));
      expect(findPasswordFault(password, EMAIL)).toBeNull();
    }),
  );
});
