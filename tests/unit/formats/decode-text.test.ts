import { expect, test } from "vitest";
import { decodeText } from "@/lib/formats/decode-text";

const TEXT = "été à 12 € – œuvre";

test.for([
  ["UTF-8", [0xc3, 0xa9], "é"],
  ["UTF-8 with BOM", [0xef, 0xbb, 0xbf, 0x61], "a"],
  ["UTF-16 little-endian with BOM", [0xff, 0xfe, 0xe9, 0x00], "é"],
  ["UTF-16 big-endian with BOM", [0xfe, 0xff, 0x00, 0xe9], "é"],
  ["Windows-1252", [0xe9, 0x20, 0x80, 0x9c], "é €œ"],
  ["an unused place of Windows-1252", [0xe9, 0x81], "é\u0081"],
  ["nothing", [], ""],
] as const)("%s", ([, bytes, text]) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe(text);
});

test("UTF-8 text comes back", () => {
  expect(decodeText(new TextEncoder().encode(TEXT))).toBe(TEXT);
});
