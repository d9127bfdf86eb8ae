import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readTariffTable } from "@/lib/formats/tariff-schedules/read-tariff-table";
import type { TariffLine } from "@/lib/formats/tariff-schedules/tariff-table";
import { exportTariffTable } from "@/lib/services/tariffs/export-tariff-table";

const PRM = "30001234567890";
const OTHER = "30009876543210";
const FIRST = civilDate("2025-10-01");

const read = (text: string) => readTariffTable(text, FIRST);
const line = (changes: Partial<TariffLine> = {}): TariffLine => ({
  prm: PRM,
  from: FIRST,
  structure: "peak_off_peak",
  offPeak: [{ fromMinute: 1350, toMinute: 390 }],
  lowSeasonOffPeak: null,
  highSeasonMonths: null,
  ...changes,
});

test.for([
  ["copied from a spreadsheet", `PRM\tTarif\tHeures creuses\n${PRM}\tHP/HC\t22h30-6h30\n`],
  [
    "a file of ours",
    `\ufeffPRM;Site;À partir du;Tarif;Heures creuses\r\n${PRM};Mairie;01/10/2025;HP/HC;22h30-6h30\r\n`,
  ],
  ["without a header, in our order", `${PRM};Mairie;01/10/2025;hp hc;22:30-06:30`],
  ["other words, other order", `Option tarifaire;Plages HC;N° PDL\nHPHC;HC (22H30-6H30);'${PRM}`],
])("%s", ([, text]) => {
  expect(read(text as string)).toEqual({
    lines: [line()],
    problems: { listed: [], errorCount: 0, warningCount: 0 },
  });
});

test("a day, a season and hours of the low season are read; base has nothing", () => {
  const header = "PRM;À partir du;Tarif;Heures creuses;Heures creuses en saison basse;Mois de saison haute";
  const seasonal = `${PRM};1/11/2025;4 postes;"22h30-6h30";"0h30-5h30; 13h-16h";novembre à février`;
  const { lines, problems } = read(`${header}\n${seasonal}\n\n${OTHER};;Base;;;`);
  expect(problems.listed).toEqual([]);
  expect(lines).toEqual([
    line({
      from: civilDate("2025-11-01"),
      structure: "four_periods",
      lowSeasonOffPeak: [
        { fromMinute: 30, toMinute: 330 },
        { fromMinute: 780, toMinute: 960 },
      ],
      highSeasonMonths: [1, 2, 11, 12],
    }),
    line({ prm: OTHER, structure: "base", offPeak: [] }),
  ]);
});

test.for([
  ["EMPTY_TABLE", " \n"],
  ["PRM_UNREADABLE", "PRM;Tarif\n1234;Base"],
  ["DAY_UNREADABLE", `PRM;À partir du;Tarif\n${PRM};31/02/2026;Base`],
  ["TARIFF_UNKNOWN", `PRM;Tarif;HC\n${PRM};;22h-6h`],
  ["TARIFF_UNKNOWN", `PRM;Tarif\n${PRM};Tempo`],
  ["HOURS_UNREADABLE", `PRM;Tarif;HC\n${PRM};HP/HC;la nuit`],
  ["MONTHS_UNREADABLE", `PRM;Tarif;HC;Mois\n${PRM};4 postes;22h-6h;l’hiver`],
  ["HOURS_REFUSED", `PRM;Tarif;HC\n${PRM};HP/HC;`],
  ["HOURS_REFUSED", `PRM;Tarif;HC\n${PRM};Base;22h-6h`],
  ["HOURS_REFUSED", `PRM;Tarif;HC\n${PRM};HP/HC;22h-6h, 5h-7h`],
  ["PRM_TWICE", `PRM;Tarif\n${PRM};Base\n${PRM};Base`],
])("%s is told with its line", ([code, text]) => {
  const { problems } = read(text as string);
  expect(problems.listed).toMatchObject([{ severity: "error", code }]);
  if (code !== "EMPTY_TABLE") expect(problems.listed[0]?.message).toMatch(/^Ligne [23]\s/u);
});

test("a line that nobody filled in is left out, and told", () => {
  const text = exportTariffTable([{ prm: PRM, name: "Mairie", schedules: [] }]);
  expect(read(text)).toMatchObject({ lines: [], problems: { errorCount: 0, listed: [{ code: "LINE_UNTOLD" }] } });
});

test("one bad line hides no other", () => {
  const { lines, problems } = read(`PRM;Tarif\n${PRM};Base\n1234;Base\n${OTHER};Base`);
  expect(lines.map(({ prm }) => prm)).toEqual([PRM, OTHER]);
  expect(problems.errorCount).toBe(1);
});

test("what is downloaded is read back, and nothing is lost", () => {
  const { prm: _, ...first } = line();
  const second = line({
    from: civilDate("2026-01-15"),
    structure: "four_periods",
    lowSeasonOffPeak: [{ fromMinute: 98, toMinute: 428 }],
    highSeasonMonths: [1, 2, 12],
  });
  const text = exportTariffTable([{ prm: PRM, name: "=Mairie; annexe", schedules: [first, second] }]);
  expect(read(text)).toEqual({
    lines: [line(), second],
    problems: { listed: [], errorCount: 0, warningCount: 0 },
  });
});
