import { expect, test } from "vitest";
import { classifyMeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import { isRna } from "@/lib/domain/identifiers/is-rna";
import { isSiret } from "@/lib/domain/identifiers/is-siret";
import { parsePrm } from "@/lib/domain/identifiers/parse-prm";

test.for([
  ["21660140100120", true, "the commune of the model convention"],
  ["21660140100121", false, "one digit off"],
  ["73282932000074", true, "INSEE's example"],
  ["35600000049837", true, "an establishment of La Poste: sum of digits 45"],
  ["35600000049838", false, "La Poste, sum of digits 46"],
  ["35600000000048", true, "La Poste's head office passes Luhn"],
  ["3560000000004", false, "13 digits"],
  ["2166014010012O", false, "a letter"],
] as const)("SIRET %s: %s (%s)", ([text, expected]) => {
  expect(isSiret(text)).toBe(expected);
});

test("RNA numbers", () => {
  expect(["W123456789", "W12345678", "w123456789", "1234567890"].map(isRna)).toEqual([true, false, false, false]);
});

// Check digits by hand: d4..d12 = 1 → S1 = 9, S2 = 54 → d13 = 0 (11 mod 11), d14 = 56 mod 11 = 1.
test.for([
  ["12311111111101", "12311111111101", []],
  ["12311111111111", "12311111111111", ["unusual_check_digits"]],
  [" 123 1111 1111 101 ", "12311111111101", []],
  ["'12311111111101", "12311111111101", []],
  ["2311111111101", "02311111111101", ["zero_lost"]],
] as const)("PRM %j is %s, doubts %j", ([text, prm, doubts]) => {
  expect(parsePrm(text)).toEqual({ prm, doubts });
});

test.for(["", "123", "123456789012", "123456789012345", "1.23457E+13", "1234567890123A"])("%j is no PRM", (text) => {
  expect(parsePrm(text)).toBeNull();
});

test.for([
  ["12311111111101", { kind: "metering_point", prm: "12311111111101", doubts: [] }],
  ["acc00000112", { kind: "operation", accNumber: "ACC00000112" }],
  ["0000123456", { kind: "injection_contract", reference: "0000123456" }], // printed in annexe 6
  ["1234567891234", { kind: "metering_point", prm: "01234567891234", doubts: ["zero_lost", "unusual_check_digits"] }],
  ["NNNNNNNNNNNNNN", { kind: "unknown", text: "NNNNNNNNNNNNNN" }],
  ["ACC0000011", { kind: "unknown", text: "ACC0000011" }],
] as const)("a measure file's identifier %s", ([text, expected]) => {
  expect(classifyMeasureIdentifier(text)).toEqual(expected);
});
