import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readPriceTable } from "@/lib/formats/price-table/read-price-table";

const FROM = civilDate("2026-04-01");
const HEADER =
  "PRM;Site;À partir du;Toutes heures (c€/kWh);HP;HC (c€/kWh);HPH;HCB;Formule de réseau;Option de réseau;Catégorie d’accise";

const read = (...lines: readonly string[]) => readPriceTable([HEADER, ...lines].join("\n"), FROM);

test("a line says the price of the complement, the contract, or both; an empty one is left out", () => {
  const { lines, problems } = read(
    "30001234567890;Mairie;01/01/2026;;21,5;16,2;;;;;",
    "30001234567806;École;;20;;;;;cu4;Avec;menages",
    "30001234567814;Halle;;;;;;;;;",
  );
  expect(lines).toEqual([
    { prm: "30001234567890", from: "2026-01-01", supply: { HP: 21_500, HC: 16_200 }, contract: null },
    {
      ...{ prm: "30001234567806", from: FROM, supply: { BASE: 20_000 } },
      contract: { formula: "CU4", option: "shared", excise: "households" },
    },
  ]);
  expect(problems).toMatchObject({ errorCount: 0, warningCount: 1 });
});

test.for<[string, string]>([
  ["30001234567890;;;douze;;;;;;;", "n’est pas un prix"],
  ["30001234567890;;;20,1234;;;;;;;", "n’est pas un prix"],
  ["30001234567890;;32/01/2026;20;;;;;;;", "n’est pas un jour"],
  ["123;;;20;;;;;;;", "n’est pas un PRM"],
  ["30001234567890;;;;;;;;CU4;peut-être;ménages", "n’est pas connu"],
  ["30001234567890;;;;;;;;CU9;sans;ménages", "n’est pas connu"],
])("« %s » is refused with its line and its reason", ([line, reason]) => {
  const { lines, problems } = read(line);
  expect(lines).toEqual([]);
  expect(problems.listed[0]?.message).toContain("Ligne 2");
  expect(problems.listed[0]?.message).toContain(reason);
});

test("a table without its titles says so, and one PRM counts once for a day", () => {
  expect(readPriceTable("30001234567890;20", FROM).problems.listed[0]?.message).toContain("gardez les titres");
  const twice = read("30001234567890;;;20;;;;;;;", "30001234567890;;;21;;;;;;;");
  expect(twice.problems.errorCount).toBe(1);
});
