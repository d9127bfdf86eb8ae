import { expect, test } from "vitest";
import { parsePastedForecast } from "@/lib/format/parse-pasted-forecast";

const twelve = (line: string) => Array.from({ length: 12 }, () => line).join("\n");

test.for([
  ["three columns", "4 900\t15 000,5\t3 500", [4_900_000, 15_000_500, 3_500_000]],
  ["a month's name first", "octobre 2025;4900;15000;3500", [4_900_000, 15_000_000, 3_500_000]],
  ["a share of the production", "4900\t15000\t71 %", [4_900_000, 15_000_000, 3_479_000]],
  ["the production alone", "4900 kWh", [4_900_000, null, null]],
  ["what was not said", "4900\t\t3500", [4_900_000, null, 3_500_000]],
  ["a month in which nothing is produced", "0\t15000\t0", [0, 15_000_000, 0]],
] as const)("reads %s", ([, line, [productionWh, withdrawalWh, selfConsumedWh]]) => {
  const { months, problems } = parsePastedForecast(twelve(line));
  expect(problems).toEqual([]);
  expect(months).toHaveLength(12);
  expect(months[11]).toEqual({ productionWh, withdrawalWh, selfConsumedWh });
});

test("passes over a header and empty lines", () => {
  const { months, problems } = parsePastedForecast(`Mois\tProduction\tSoutirage\n\n${twelve("mai\t1\t2\t1")}\n\n`);
  expect({ count: months.length, problems }).toEqual({ count: 12, problems: [] });
});

test.for([
  [`${twelve("1\t2")}\nmai\tdef`.slice(4), "Ligne 12 : « def » n’est pas une énergie en kWh. Exemple : 4 900,5"],
  [twelve("1\t2\t3\t4"), "Ligne 1 : il y a plus de trois colonnes de chiffres."],
  [twelve("1\t-2"), "Ligne 1 : « -2 » n’est pas une énergie en kWh. Exemple : 4 900,5"],
  ["1\t2\n1\t2", "Il faut douze lignes, une par mois ; ce tableau en a 2."],
  [
    twelve("\t2\t50 %"),
    "Ligne 1 : « 50 % » n’est pas une énergie en kWh, ni une part d’une production donnée. Exemple : 4 900,5",
  ],
] as const)("says what it did not understand of %j", ([text, problem]) => {
  expect(parsePastedForecast(text).problems[0]).toBe(problem);
});
