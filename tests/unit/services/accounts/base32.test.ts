import fc from "fast-check";
import { expect, test } from "vitest";
import { readBase32, writeBase32 } from "@/lib/services/accounts/security/base32";

// RFC 4648, 10, without its padding.
test.for([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
] as const)("%j is written %s", ([text, written]) => {
  expect(writeBase32(Buffer.from(text))).toBe(written);
});

test("what is written is read back", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(readBase32(writeBase32(bytes))).toEqual(bytes);
    }),
  );
});

test.for(["M1", "my", "M-"])("%j is not base32", (text) => {
  expect(() => readBase32(text)).toThrow(RangeError);
});
