import ExcelJS, { type Worksheet } from "exceljs";
import { addDays } from "@/lib/domain/time/civil-date";
import { frenchDay } from "@/lib/formats/french-day";
import { styleHeader } from "@/lib/formats/workbook/sheet-style";
import type { SheetColumn } from "@/lib/formats/workbook/sheet-table";
import { SUMMARY_SHEETS } from "./find-summary-sheets";
import { INDICATOR_LABELS } from "./read-operation-sheet";
import { CONSUMER_COLUMNS, PRODUCER_COLUMNS } from "./summary-columns";
import { type SummaryFileName, writeSummaryFileName } from "./summary-file-name";
import type { ConsumerEnergies, ConsumerSummary, OperationSummary, SummaryWorkbook } from "./summary-workbook";

const WH_PER_KWH = 1_000;
const TEXT_FORMAT = "@";
const ENERGY_FORMAT = "#,##0.00";
const RATE_FORMAT = "0.00%";
const TOTAL = "Total";

type CellValue = string | number | null;

/**
 * Writes the summary of a settlement period from our own computation, in the DSO's three sheets, so that the two can
 * be laid side by side. `readSummaryWorkbook` reads back the same energies, to the watt-hour.
 *
 * @param summary - Rows in the order wanted; identifiers are PRM or injection contracts, each once.
 * @see Convention Enedis-FOR-CF_01E, annexe 6, 11.6.1.3.
 */
export async function writeSummaryWorkbook(
  summary: SummaryWorkbook<string>,
  fileName: SummaryFileName,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const book = new ExcelJS.Workbook();
  book.creator = "Prorata";
  book.created = new Date(`${fileName.period.toExclusive}T00:00:00Z`);
  book.modified = book.created;
  const [operation, producers, consumers] = SUMMARY_SHEETS.map(({ name }) => book.addWorksheet(name)) as [
    Worksheet,
    Worksheet,
    Worksheet,
  ];
  writeOperation(operation, summary.operation, fileName);
  writeRows(
    producers,
    PRODUCER_COLUMNS,
    summary.producers.map(({ identifier, injectionWh, selfProducedWh, surplusWh }) => [
      identifier,
      ...[injectionWh, selfProducedWh, surplusWh].map(toKwh),
    ]),
  );
  writeRows(consumers, CONSUMER_COLUMNS, summary.consumers.flatMap(consumerRows));
  return { name: writeSummaryFileName(fileName), bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

function writeOperation(sheet: Worksheet, operation: OperationSummary, { accNumber, period }: SummaryFileName): void {
  sheet.columns = [{ width: 44 }, { width: 18 }, { width: 10 }];
  const lastDay = frenchDay(addDays(period.toExclusive, -1));
  sheet.addRow([`${accNumber}, du ${frenchDay(period.from)} au ${lastDay}`]).font = { bold: true, size: 14 };
  sheet.addRow([]);
  styleHeader(sheet.addRow(["Indicateur", "Valeur", "Unité"]), ["optional", "optional", "optional"]);
  for (const indicator of Object.keys(INDICATOR_LABELS) as (keyof OperationSummary)[]) {
    const isRate = indicator.endsWith("Rate");
    const value = isRate ? operation[indicator] : toKwh(operation[indicator]);
    // A rate that a division by 0 leaves undefined shows as nothing known, not as an empty cell of a sheet to fill in.
    const row = sheet.addRow([INDICATOR_LABELS[indicator], value ?? "–", isRate ? "%" : "kWh"]);
    row.getCell(2).numFmt = isRate ? RATE_FORMAT : ENERGY_FORMAT;
    row.getCell(2).alignment = { horizontal: "right" };
  }
}

function writeRows(sheet: Worksheet, columns: readonly SheetColumn<string>[], rows: readonly CellValue[][]): void {
  sheet.columns = columns.map(({ field }) => ({ width: field === "period" ? 16 : 22 }));
  sheet.views = [{ state: "frozen", ySplit: 1 }];
  const header = sheet.addRow(columns.map(({ header: text }) => text));
  header.height = 32;
  styleHeader(
    header,
    columns.map(() => "optional"),
  );
  for (const cells of rows) {
    const row = sheet.addRow(cells);
    for (const [index, { header: text }] of columns.entries()) {
      row.getCell(index + 1).numFmt = text.includes("kWh") ? ENERGY_FORMAT : TEXT_FORMAT;
    }
  }
}

// One row a period, then all of them together.
function consumerRows({ identifier, byPeriod, ...total }: ConsumerSummary<string>): CellValue[][] {
  return [
    ...byPeriod.map(({ label, ...energies }) => [identifier, label, ...energyCells(energies)]),
    [identifier, byPeriod.length === 0 ? null : TOTAL, ...energyCells(total)],
  ];
}

function energyCells({ withdrawalWh, selfConsumedWh, complementWh }: ConsumerEnergies): CellValue[] {
  return [withdrawalWh, selfConsumedWh, complementWh].map(toKwh);
}

function toKwh(energyWh: number | null): number | null {
  return energyWh === null ? null : energyWh / WH_PER_KWH;
}
