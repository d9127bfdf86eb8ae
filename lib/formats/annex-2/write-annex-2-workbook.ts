import ExcelJS, { type DataValidation, type Row, type Worksheet } from "exceljs";
import { type CellColour, styleHeader } from "@/lib/formats/workbook/sheet-style";
import { type Annex2Column, CONSUMER_COLUMNS, PRODUCER_COLUMNS, SHEET_NAMES } from "./annex-2-columns";
import { type Annex2FileName, writeAnnex2FileName } from "./annex-2-file-name";
import type { Annex2Consumer, Annex2Producer, Annex2Workbook } from "./annex-2-workbook";
import { KIND_LABELS, MANAGEMENT_LABELS } from "./choice-labels";
import { writeGuideSheet } from "./write-guide-sheet";

const PPM_PER_PERCENT = 10_000;
const TEXT_FORMAT = "@";
// Rows that can be typed under the ones written, with their formats and drop-downs.
const SPARE_ROWS = 100;

/**
 * Writes an annexe 2 as the DSO asks for it: its name, sheets and headers, identifiers as
 * text, choices as drop-downs. `readAnnex2Workbook` reads back the same workbook.
 *
 * @param workbook - Rows in the order wanted; identifiers valid, texts without line breaks.
 * @see Convention Enedis-FOR-CF_01E, annexe 2.
 */
export async function writeAnnex2Workbook(
  workbook: Annex2Workbook,
  fileName: Annex2FileName,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const book = new ExcelJS.Workbook();
  book.creator = "Prorata";
  book.created = new Date(`${fileName.sentOn}T00:00:00Z`);
  book.modified = book.created;
  writeGuideSheet(book);
  writeRows(book.addWorksheet(SHEET_NAMES.consumers), CONSUMER_COLUMNS, workbook.consumers.map(consumerCells));
  writeRows(book.addWorksheet(SHEET_NAMES.producers), PRODUCER_COLUMNS, workbook.producers.map(producerCells));
  writeKindSheet(book.addWorksheet(SHEET_NAMES.kind), workbook);
  return { name: writeAnnex2FileName(fileName), bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

type CellText = string | number | null;

function consumerCells(consumer: Annex2Consumer): CellText[] {
  const { coefficientPpm } = consumer;
  const percent = coefficientPpm === null ? null : coefficientPpm / PPM_PER_PERCENT;
  return [consumer.name, consumer.legalId, consumer.address, consumer.prm, percent];
}

function producerCells(producer: Annex2Producer): CellText[] {
  const kilowatts = String(producer.peakPowerW / 1_000).replace(".", ",");
  const { name, legalId, address, email, injectionContract, prm } = producer;
  return [name, legalId, address, email, injectionContract, prm, kilowatts];
}

function writeRows(sheet: Worksheet, columns: readonly Annex2Column[], rows: readonly CellText[][]): void {
  sheet.columns = columns.map(({ field }) => ({ width: field === "name" || field === "address" ? 42 : 24 }));
  sheet.views = [{ state: "frozen", ySplit: 1 }];
  const header = sheet.addRow(columns.map(({ header: text }) => text));
  header.height = 62;
  styleHeader(header, columns.map(colourOf));
  for (const cells of rows) formatRow(sheet.addRow(cells), columns);
  for (let spare = 0; spare < SPARE_ROWS; spare += 1) formatRow(sheet.getRow(rows.length + 2 + spare), columns);
  const coefficient = columns.findIndex(({ field }) => field === "coefficient");
  if (coefficient >= 0) limitCoefficients(sheet, coefficient + 1, rows.length + 1 + SPARE_ROWS);
}

function colourOf({ field }: Annex2Column): CellColour {
  if (field === "coefficient") return "conditional";
  return field === "legalId" ? "optional" : "required";
}

function formatRow(row: Row, columns: readonly Annex2Column[]): void {
  for (const [index, { field }] of columns.entries()) {
    const cell = row.getCell(index + 1);
    cell.numFmt = field === "coefficient" ? percentFormat(cell.value) : TEXT_FORMAT;
  }
}

// Two decimals as people write them, four where they are needed.
function percentFormat(percent: unknown): string {
  return typeof percent === "number" && Math.round(percent * PPM_PER_PERCENT) % 100 !== 0 ? "0.0000" : "0.00";
}

// By range: cell by cell, exceljs writes ranges that overlap. Its types leave this out.
type RangeValidations = { readonly dataValidations: { add(range: string, rule: DataValidation): void } };

function limitCoefficients(sheet: Worksheet, column: number, lastRow: number): void {
  const { letter } = sheet.getColumn(column);
  (sheet as Worksheet & RangeValidations).dataValidations.add(`${letter}2:${letter}${lastRow}`, {
    type: "decimal",
    operator: "between",
    formulae: [0, 100],
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: "Coefficient",
    error: "Inscrivez un nombre de 0 à 100.",
  });
}

function writeKindSheet(sheet: Worksheet, { kind, management }: Annex2Workbook): void {
  sheet.columns = [{ width: 60 }, { width: 30 }];
  styleHeader(sheet.addRow(["Information", "Choix"]), ["required", "required"]);
  writeChoice(sheet.addRow(["Type de répartition", KIND_LABELS[kind]]), Object.values(KIND_LABELS));
  writeChoice(
    sheet.addRow(["Modalités de gestion des ajouts et retraits de participants", MANAGEMENT_LABELS[management]]),
    Object.values(MANAGEMENT_LABELS),
  );
}

function writeChoice(row: Row, choices: readonly string[]): void {
  row.getCell(2).dataValidation = {
    type: "list",
    formulae: [`"${choices.join(",")}"`],
    allowBlank: false,
    showErrorMessage: true,
    errorTitle: "Choix",
    error: "Choisissez une valeur de la liste.",
  };
}
