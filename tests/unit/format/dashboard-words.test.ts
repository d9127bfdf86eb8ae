import { expect, test } from "vitest";
import {
  describeComparable,
  describeKnown,
  describeQuantityComparison,
  describeWindow,
  nameWindow,
} from "@/lib/format/dashboard-words";
import { splitCarbon } from "@/lib/format/format-carbon";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

test.for([
  ["65,2 MWh contre 61,0 MWh : +7 %", { months: 12, currentWh: 65.2e6, referenceWh: 61e6, changeRatio: 0.07 }],
  [
    "65,2 MWh contre 61,0 MWh : +7 % (sur 9 mois comparables)",
    { months: 9, currentWh: 65.2e6, referenceWh: 61e6, changeRatio: 0.07 },
  ],
  [
    "5,0 kWh contre 0,0 kWh : – (sur 1 mois comparable)",
    { months: 1, currentWh: 5000, referenceWh: 0, changeRatio: null },
  ],
  ["pas de mois comparable", null],
] as const)("says « %s »", ([words, comparison]) => {
  expect(plain(describeQuantityComparison(comparison, 12))).toBe(words);
});

test.for([
  ["prix à renseigner", null],
  ["", { months: 12 }],
  ["sur 1 mois connu de 12", { months: 1 }],
  ["sur 9 mois connus de 12", { months: 9 }],
] as const)("says of a sum « %s »", ([words, sum]) => {
  expect(plain(describeKnown(sum, 12, "prix à renseigner"))).toBe(words);
});

test("says how many months compare only where some do not", () => {
  expect(describeComparable(12, 12)).toBe("");
  expect(plain(describeComparable(1, 12))).toBe(" (sur 1 mois comparable)");
});

test("names windows and says what they hold", () => {
  expect(
    [{ kind: "last_twelve" }, { kind: "civil_year", year: 2026 }, { kind: "since_start" }].map((choice) =>
      nameWindow(choice as Parameters<typeof nameWindow>[0]),
    ),
  ).toEqual(["12 derniers mois", "2026", "depuis le début"]);
  expect(plain(describeWindow("2025-10-01", "2026-10-01", 11, 1))).toBe(
    "Du 01/10/2025 au 30/09/2026 : 11 mois calculés, 1 mois sans calcul.",
  );
});

test.for([
  [1_234_567, "1,2", "t CO₂e"],
  [45_600, "46", "kg CO₂e"],
  [-45_600, "−46", "kg CO₂e"],
  [0, "0", "kg CO₂e"],
  [null, "–", ""],
] as const)("%i g of CO₂", ([grams, value, unit]) => {
  expect(splitCarbon(grams)).toEqual({ value, unit });
});
