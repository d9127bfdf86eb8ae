import { expect, test } from "vitest";
import { parseTariffStructure } from "@/lib/domain/tariffs/parse-tariff-structure";
import { TARIFF_STRUCTURES } from "@/lib/format/tariff-words";

test.for([
  ["Base", "base"],
  ["option base", "base"],
  ["Toutes heures", "base"],
  ["HP/HC", "peak_off_peak"],
  ["HPHC", "peak_off_peak"],
  ["Heures pleines / heures creuses", "peak_off_peak"],
  ["4 postes", "four_periods"],
  ["HPH HCH HPB HCB", "four_periods"],
  ["", null],
  ["Tempo", null],
  ["HP", null],
] as const)("%j is %s", ([text, structure]) => {
  expect(parseTariffStructure(text)).toBe(structure);
});

test("what the screens write is read back", () => {
  for (const [structure, words] of Object.entries(TARIFF_STRUCTURES))
    expect(parseTariffStructure(words)).toBe(structure);
});
