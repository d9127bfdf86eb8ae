import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { MONTHS } from "@/lib/format/format-months";
import { parsePastedForecast } from "@/lib/format/parse-pasted-forecast";

const OCTOBER = civilDate("2025-10-01");

const twelve = (line: string) => Array.from({ length: 12 }, () => line).join("\n");

test.for([
  ["three columns", "4 900\t15 000,5\t3 500", [4_900_000, 15_000_500, 3_500_000]],
  ["a share of the production", "4900\t15000\t71 %", [4_900_000, 15_000_000, 3_479_000]],
  ["the production alone", "4900 kWh", [4_900_000, null, null]],
  ["what was not said", "4900\t\t3500", [4_900_000, null, 3_500_000]],
  ["a month in which nothing is produced", "0\t15000\t0", [0, 15_000_000, 0]],
] as const)("reads %s", ([, line, [productionWh, withdrawalWh, selfConsumedWh]]) => {
  const { months, problems } = parsePastedForecast(twelve(line), OCTOBER);
  expect(problems).toEqual([]);
  expect(months).toHaveLength(12);
  expect(months[11]).toEqual({ productionWh, withdrawalWh, selfConsumedWh });
});

test("passes over a header and empty lines", () => {
  const { months, problems } = parsePastedForecast(
    `Production\tSoutirage\tAutoconsommé\n\n${twelve("100\t2\t1")}\n\n`,
    OCTOBER,
  );
  expect({ count: months.length, problems }).toEqual({ count: 12, problems: [] });
});

test.for([
  [`${twelve("20\t2")}\n20\tdef`.slice(5), "Ligne 12 : « def » n’est pas une énergie en kWh. Exemple : 4 900,5"],
  [twelve("20\t2\t3\t4"), "Ligne 1 : il y a plus de trois colonnes de chiffres."],
  [twelve("20\t-2"), "Ligne 1 : « -2 » n’est pas une énergie en kWh. Exemple : 4 900,5"],
  ["20\t2\n20\t2", "Il faut douze lignes, une par mois ; ce tableau en a 2."],
  [
    twelve("\t2\t50 %"),
    "Ligne 1 : « 50 % » n’est pas une énergie en kWh, ni une part d’une production donnée. Exemple : 4 900,5",
  ],
  [twelve("mai\t100"), "Ligne 2 : le mois « mai » est déjà donné à la ligne 1."],
  [twelve("1\t4900"), "Ligne 2 : le mois « janvier » est déjà donné à la ligne 1."],
  [`mai\t100\n${twelve("Total\t100")}`, "Il faut douze lignes, une par mois ; ce tableau en a 13."],
  [`mai\t100\nTotal\t100`, "Il faut douze lignes, une par mois ; ce tableau en a 2."],
] as const)("says what it did not understand of %j", ([text, problem]) => {
  expect(parsePastedForecast(text, OCTOBER).problems[0]).toBe(problem);
});

test.for([
  ["words", (month: number) => MONTHS[month - 1]],
  ["month and year", (month: number) => `${String(month).padStart(2, "0")}/2026`],
  ["numbers", (month: number) => String(month)],
] as const)("sets lines from January to December in their months, named by %s", ([, nameOf]) => {
  const text = Array.from({ length: 12 }, (_, index) => `${nameOf(index + 1)}\t${(index + 1) * 100}`).join("\n");
  const { months, problems } = parsePastedForecast(`Mois\tProduction\n${text}`, OCTOBER);
  expect(problems).toEqual([]);
  expect(months.map(({ productionWh }) => (productionWh ?? 0) / 100_000)).toEqual([
    10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
});

test("says which cell of the months' column is none", () => {
  const { problems } = parsePastedForecast("mai\t100\nTotal\t100", OCTOBER);
  expect(problems[1]).toBe("Ligne 2 : « Total » n’est pas un mois. Exemple : octobre 2025");
});
