import ExcelJS, { type Worksheet } from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { streamWorkbook } from "@/lib/formats/workbook/stream-workbook";
import { ACTION_COLUMNS } from "@/lib/services/climate-plan/climate-columns";
import { listClimateSheets } from "@/lib/services/climate-plan/list-climate-sheets";
import { writeClimateTable } from "@/lib/services/climate-plan/write-climate-table";
import { climateReport } from "../../../support/climate-report";

const report = climateReport();
let bytes: Uint8Array;
const book = new ExcelJS.Workbook();

beforeAll(async () => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of streamWorkbook(listClimateSheets(report), civilDate("2026-11-22"))) chunks.push(chunk);
  bytes = new Uint8Array(Buffer.concat(chunks));
  await book.xlsx.load(Buffer.from(bytes) as never);
});

const sheet = (name: string): Worksheet => {
  const found = book.getWorksheet(name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};
const column = (header: string) => ACTION_COLUMNS.findIndex((each) => each.header === header) + 1;
const rowOf = (number: string) => {
  const found = sheet("Actions")
    .getRows(2, report.actions.length)
    ?.find((row) => row.getCell(1).value === number);
  if (!found) throw new Error(`no row ${number}`);
  return found;
};

test("every action is there once, with its header in view and filters", () => {
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    "Synthèse",
    "Actions",
    "Changements",
    "Personnalisation",
    "Sources et définitions",
  ]);
  const actions = sheet("Actions");
  expect(actions.rowCount).toBe(1471);
  expect(actions.views[0]).toMatchObject({ state: "frozen", xSplit: 3, ySplit: 1 });
  expect(actions.autoFilter).toBeTruthy();
  expect(actions.getColumn(column("Titre")).width).toBe(60);
});

test("numbers are numbers, and on each line the parts make up the potential, cell and display alike", () => {
  const parts = ["Fait (points)", "Programmé (points)", "Pas fait (points)", "À renseigner (points)"].map(column);
  for (const row of sheet("Actions").getRows(2, 1470) ?? []) {
    const sum = parts.reduce((total, each) => total + Math.round(Number(row.getCell(each).value) * 1000), 0);
    expect(sum, row.getCell(1).text).toBe(Math.round(Number(row.getCell(column("Potentiel (points)")).value) * 1000));
  }
  const row = rowOf("3.1.1.5.2");
  expect(row.getCell(column("Potentiel (points)")).numFmt).toBe("#,##0.000");
  expect(typeof row.getCell(column("Potentiel (points)")).value).toBe("number");
});

test("measures of the sheet add up to the whole plan, roundings apart", () => {
  const rows = sheet("Actions").getRows(2, 1470) ?? [];
  const measures = rows.filter((row) => row.getCell(column("Niveau")).value === "Mesure");
  const sum = measures.reduce((total, row) => total + Number(row.getCell(column("Fait (points)")).value), 0);
  expect(measures).toHaveLength(61);
  expect(sum).toBeCloseTo(report.root.donePoints, 1);
});

describe("texts that look like formulas", () => {
  test("stay texts, as they were written", () => {
    const row = rowOf("3.1.1.5.2");
    const cells = ["Explication", "Pilote", "Preuves", "Titre"].map((header) => row.getCell(column(header)));
    expect(cells.map(({ value }) => value)).toEqual([
      '=HYPERLINK("http://example.com")\nsuite',
      "+Service énergie",
      "@délibération du 12/03/2026\nhttps://exemple.fr/rapport.pdf",
      expect.stringMatching(/^-Action \d+$/),
    ]);
    for (const cell of cells) expect(cell.numFmt).toBe("@"); // edited, they stay texts too
  });

  test("are no formula and no link of the file", () => {
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith("xl/worksheets/"));
    for (const [name, part] of parts) expect(strFromU8(part), name).not.toMatch(/<f>|<f |<hyperlink/);
  });

  test("are held back in the text file, which has no types", () => {
    const table = writeClimateTable(report);
    expect(table).toContain(`"'=HYPERLINK(""http://example.com"")`);
    expect(table).toContain(";'+Service énergie;31/03/2027;");
    expect(table).not.toMatch(/;[=+@]/);
  });
});

test("every measure that moved since the state before is there", () => {
  const changes = sheet("Changements");
  expect(changes.rowCount).toBe(1 + (report.change?.measures.length ?? 0));
  expect(changes.getRow(2).getCell(3).value).toMatch(/^« Printemps », 01\/04\/2026 à/);
});

test("a day is a day of the spreadsheet's calendar", () => {
  const cell = rowOf("3.1.1.5.2").getCell(column("Échéance"));
  expect(cell.value).toEqual(new Date("2027-03-31T00:00:00Z"));
  expect(cell.numFmt).toBe("dd/mm/yyyy");
});

test("the synthesis says whose plan it is, on which day, and its sums", () => {
  const rows = sheet("Synthèse").getRows(2, 40) ?? [];
  const said = new Map(rows.map((row) => [row.getCell(1).text, row.getCell(2).text]));
  expect(said.get("Collectivité")).toBe("Commune de Saint-Exemple");
  expect(said.get("État")).toBe("au 22/11/2026");
  expect(said.get("Référentiel")).toBe("Texte importé le 02/06/2026");
  const whole = rows.find((row) => row.getCell(1).text === "Plan entier");
  expect(whole?.getCell(3).value).toBeCloseTo(report.root.potentialPoints, 9);
  expect(rows.filter((row) => row.getCell(1).text === "Catégorie")).toHaveLength(3);
});
