import ExcelJS, { type CellValue, type Workbook } from "exceljs";
import { readSummaryWorkbook } from "@/lib/formats/annex-6/summary/read-summary-workbook";

export const PRM = ["99000000000134", "99000000000246", "99000000000358"] as const;

type Rows = readonly (readonly CellValue[])[];

export const OPERATION: Rows = [
  ["Consommation totale des participants", 100.5],
  ["Production totale", 80],
  ["Autoconsommation totale", 40.25],
  ["Surplus collectif", 39.75],
  ["Taux d'autoconsommation", "50,31 %"],
  ["Taux d'autoproduction", "40,05 %"],
  ["Taux de couverture", "79,60 %"],
];
export const PRODUCERS: Rows = [
  ["PRM", "Production injectée sur le RPD", "Électricité autoproduite", "Surplus collectif réparti par producteur"],
  [PRM[0], 80, 40.25, 39.75],
];
export const CONSUMERS: Rows = [
  ["PRM", "Consommation", "Électricité autoconsommée", "Électricité de complément"],
  [PRM[1], 60, 30.25, 29.75],
  [PRM[2], 40.5, 10, 30.5],
];

/** A summary as the operator may lay it out: each sheet's rows; null leaves the sheet out. */
export function typedSummary(sheets: {
  readonly operation?: Rows | null;
  readonly producers?: Rows | null;
  readonly consumers?: Rows | null;
  readonly names?: readonly [string, string, string];
}): Workbook {
  const { operation = OPERATION, producers = PRODUCERS, consumers = CONSUMERS } = sheets;
  const { names = ["Opération", "Producteurs", "Consommateurs"] } = sheets;
  const book = new ExcelJS.Workbook();
  for (const [index, rows] of [operation, producers, consumers].entries()) {
    if (rows) book.addWorksheet(names[index]).addRows(rows.map((row) => [...row]));
  }
  return book;
}

/** Reads a typed summary and tells its problems as `CODE@sheet, column and row`. */
export async function readTyped(book: Workbook) {
  return readBytes(new Uint8Array(await book.xlsx.writeBuffer()));
}

export async function readBytes(bytes: Uint8Array) {
  const { summary, problems } = await readSummaryWorkbook(bytes);
  const codes = problems.listed.map(({ code, sheet, line, column }) =>
    [code, sheet && `@${sheet[0]}`, column?.slice(0, 1), line].filter((part) => part !== undefined).join(""),
  );
  return { summary, codes, messages: problems.listed.map(({ message }) => message) };
}
