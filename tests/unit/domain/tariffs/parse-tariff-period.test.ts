import { expect, test } from "vitest";
import { parseTariffPeriod } from "@/lib/domain/tariffs/parse-tariff-period";

test.for([
  // Annexe 6 prints HP and HC; the operator's interface names P, HPH, HCH, HPB and HCB.
  ["HP", "HP"],
  ["hc ", "HC"],
  ["P", "P"],
  ["HPH", "HPH"],
  ["HCH", "HCH"],
  ["HPB", "HPB"],
  ["HCB", "HCB"],
  // As people write them.
  ["Base", "BASE"],
  ["Toutes heures", "BASE"],
  ["Heures Pleines", "HP"],
  ["heures creuses", "HC"],
  ["Pointe", "P"],
  ["Heures de pointe", "P"],
  ["Heures pleines saison haute", "HPH"],
  ["HC saison haute", "HCH"],
  ["H.P. Saison Basse", "HPB"],
  ["Heures creuses été", "HCB"],
  ["HP Hiver", "HPH"],
  ["HPJB", "HPJB"],
  ["HP jours bleus", "HPJB"],
  ["HC Bleu", "HCJB"],
  ["HP jour blanc", "HPJW"],
  ["HC rouge", "HCJR"],
  ["Pointe mobile", "HPM"],
  // Nobody's.
  ["", null],
  ["Week-end", null],
  ["HP et HC", null],
  ["Total", null],
  ["HPX", null],
] as const)("%j is %s", ([label, period]) => {
  expect(parseTariffPeriod(label)).toBe(period);
});
