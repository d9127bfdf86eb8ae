import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchTotpStep, totpCode } from "@/lib/services/accounts/security/totp-code";

// RFC 6238, appendix B (SHA-1): the last six of its eight digits.
const SECRET = Buffer.from("12345678901234567890");
const PUBLISHED = [
  { atSeconds: 59, code: "287082" },
  { atSeconds: 1_111_111_109, code: "081804" },
  { atSeconds: 1_111_111_111, code: "050471" },
  { atSeconds: 1_234_567_890, code: "005924" },
  { atSeconds: 2_000_000_000, code: "279037" },
  { atSeconds: 20_000_000_000, code: "353130" },
];

test.for(PUBLISHED)("at second $atSeconds the code is the published one", ({ atSeconds, code }) => {
  expect(totpCode(SECRET, Math.floor(atSeconds / 30))).toBe(code);
});

describe("a code counts", () => {
  test("in its own half-minute, the one before and the one after, and no longer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60_000_000 }), fc.integer({ min: -4, max: 4 }), (step, drift) => {
        const matched = matchTotpStep(SECRET, totpCode(SECRET, step), (step + drift) * 30_000);
        const codesNear = [-1, 0, 1].map((each) => totpCode(SECRET, step + drift + each));
        expect(matched !== null).toBe(codesNear.includes(totpCode(SECRET, step)));
        if (Math.abs(drift) <= 1) expect(matched).not.toBeNull();
      }),
    );
  });

  test.for(["", "28708", "2870820", "abcdef", "287083"])("never as %j", (code) => {
    expect(matchTotpStep(SECRET, code, 59_000)).toBeNull();
  });
});
