import fc from "fast-check";
import { expect, test } from "vitest";
import { readKwh, WH_EXPONENTS } from "@/lib/formats/annex-6/read-kwh";
import { writeKwh } from "@/lib/formats/annex-6/write-kwh";

test.for([
  // Annexe 6.
  ["134,70", 134_700],
  ["8495,17", 8_495_170],
  ["0", 0],
  ["-0,00", 0],
  ["+1", 1_000],
  ["134.7", 134_700],
  ["0.495", 495],
  ["1234.567", 1_234_567],
  ["12,3456", 12_345.6],
  ["1 234,5", 1_234_500],
  ["1\u202f234\u00a0567,89", 1_234_567_890],
  ["134,70 kWh", 134_700],
  ["7,", 7_000],
  ["1000000000", 1e12],
] as const)("%j kWh is %d Wh", ([text, energyWh]) => {
  expect(readKwh(text)).toEqual({ energyWh });
});

test.for([
  ["", "VALUE_UNREADABLE"],
  ["abc", "VALUE_UNREADABLE"],
  ["1,2,3", "VALUE_UNREADABLE"],
  ["1.234,5", "VALUE_UNREADABLE"],
  ["12 34", "VALUE_UNREADABLE"],
  [",5", "VALUE_UNREADABLE"],
  ["1e3", "VALUE_UNREADABLE"],
  ["NaN", "VALUE_UNREADABLE"],
  ["12 MWh", "VALUE_UNREADABLE"],
  ["-0,01", "VALUE_NEGATIVE"],
  ["1000000000,01", "VALUE_TOO_LARGE"],
  ["9".repeat(400), "VALUE_TOO_LARGE"],
  ["8.495", "VALUE_AMBIGUOUS"],
] as const)("%j is not an energy: %s", ([text, error]) => {
  expect(readKwh(text)).toEqual({ error });
});

test("a column may be in Wh or MWh", () => {
  expect(readKwh("1,2345678", WH_EXPONENTS.MWh)).toEqual({ energyWh: 1_234_567.8 });
  expect(readKwh("12345", WH_EXPONENTS.Wh)).toEqual({ energyWh: 12_345 });
});

test("two decimals of a kWh come back exact", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e11 }), (tensOfWh) => {
      expect(readKwh(writeKwh(tensOfWh * 10))).toEqual({ energyWh: tensOfWh * 10 });
    }),
  );
  expect([0, 5, 15, 134_704.9, null].map(writeKwh)).toEqual(["0,00", "0,01", "0,02", "134,70", ""]);
});
