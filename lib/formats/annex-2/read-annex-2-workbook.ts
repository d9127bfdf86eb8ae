import type { Workbook, Worksheet } from "exceljs";
import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import { joinProblems } from "@/lib/formats/workbook/join-problems";
import { openWorkbook } from "@/lib/formats/workbook/open-workbook";
import { plainKey } from "@/lib/formats/workbook/plain-key";
import { readSheetTable, type SheetTable } from "@/lib/formats/workbook/sheet-table";
import { type Annex2Field, annex2Layout, CONSUMER_COLUMNS, PRODUCER_COLUMNS, SHEET_NAMES } from "./annex-2-columns";
import * as messages from "./annex-2-messages";
import type { Annex2Consumer, Annex2Producer, Annex2Workbook } from "./annex-2-workbook";
import { readConsumers, readProducers } from "./read-annex-2-rows";
import { readKindSheet } from "./read-kind-sheet";

const WHOLE_PPM = 1_000_000;

/** What an annexe 2 holds. */
export type Annex2Reading = {
  /**
   * Null when the file is no annexe 2, or does not say how the production is shared.
   * With errors it holds the rows that were understood, for display only.
   */
  readonly workbook: Annex2Workbook | null;
  /** By sheet, in the order of the workbook. */
  readonly problems: FileProblems;
};

/**
 * Reads an annexe 2 that anybody may have typed.
 *
 * Sheets and headers are found by meaning, in any order. A value is read where one
 * reading only is possible, with a warning where it may surprise; otherwise it is an
 * error, and one bad cell hides no other. Numbers that lost their zeros get them back.
 *
 * @param bytes - An .xlsx (or .xlsm); anything else is a problem, never an exception.
 * @see Convention Enedis-FOR-CF_01E, annexe 2.
 */
export async function readAnnex2Workbook(bytes: Uint8Array): Promise<Annex2Reading> {
  const log = new ProblemLog();
  const book = await openWorkbook(bytes, log);
  if (!book) return { workbook: null, problems: log.problems() };
  const sheets = findSheets(book);
  if (!(sheets.consumers || sheets.producers || sheets.kind)) {
    log.error("NOT_ANNEX_2", {}, messages.notAnnex2);
    return { workbook: null, problems: log.problems() };
  }
  for (const name of ["consumers", "producers", "kind"] as const) {
    if (!sheets[name]) log.error("SHEET_MISSING", {}, () => messages.sheetMissing(SHEET_NAMES[name]));
  }
  // One log a sheet: each keeps its rows in order.
  const logs = { consumers: new ProblemLog(), producers: new ProblemLog(), kind: new ProblemLog() };
  const { kind, management } = sheets.kind ? readKindSheet(sheets.kind, logs.kind) : { kind: null, management: null };
  const consumers = readConsumerSheet(sheets.consumers, kind, logs.consumers);
  const producers = readProducerSheet(sheets.producers, logs.producers);
  return {
    workbook: kind && management ? { consumers, producers, kind, management } : null,
    problems: joinProblems([log, logs.consumers, logs.producers, logs.kind]),
  };
}

function readConsumerSheet(
  sheet: Worksheet | null,
  kind: Annex2Workbook["kind"] | null,
  log: ProblemLog,
): readonly Annex2Consumer[] {
  const table = sheet && readSheetTable(sheet, annex2Layout(CONSUMER_COLUMNS), log);
  if (!(sheet && table)) return [];
  const { name } = sheet;
  const consumers = readConsumers(table, name, kind === "static", log);
  if (table.rows.length === 0) log.warning("NO_CONSUMER", { sheet: name }, () => messages.noRow(name, "consommateur"));
  else if (kind === "static") checkCoefficients(consumers, table, name, log);
  else if (kind !== null && consumers.some(({ coefficientPpm }) => coefficientPpm !== null)) {
    log.warning("COEFFICIENTS_UNUSED", { sheet: name }, () => messages.coefficientsUnused(name));
  }
  return consumers;
}

function checkCoefficients(
  consumers: readonly Annex2Consumer[],
  table: SheetTable<Annex2Field>,
  sheet: string,
  log: ProblemLog,
): void {
  const column = CONSUMER_COLUMNS.find(({ field }) => field === "coefficient");
  if (column && !table.columns.has("coefficient")) {
    log.error("COLUMN_MISSING", { sheet }, () => messages.coefficientColumnMissing(sheet, column));
    return;
  }
  const sumPpm = consumers.reduce((sum, { coefficientPpm }) => sum + (coefficientPpm ?? 0), 0);
  if (sumPpm > WHOLE_PPM) log.error("SUM_ABOVE_100", { sheet }, () => messages.sumAbove(sheet, sumPpm));
  // A row that was refused is missing in the sum: its own problem comes first.
  else if (sumPpm < WHOLE_PPM && log.problems().errorCount === 0) {
    log.warning("SUM_BELOW_100", { sheet }, () => messages.sumBelow(sheet, sumPpm));
  }
}

function readProducerSheet(sheet: Worksheet | null, log: ProblemLog): readonly Annex2Producer[] {
  const table = sheet && readSheetTable(sheet, annex2Layout(PRODUCER_COLUMNS), log);
  if (!(sheet && table)) return [];
  const { name } = sheet;
  if (table.rows.length === 0) log.warning("NO_PRODUCER", { sheet: name }, () => messages.noRow(name, "producteur"));
  return readProducers(table, name, log);
}

function findSheets(book: Workbook): Record<"consumers" | "producers" | "kind", Worksheet | null> {
  const find = (pattern: RegExp) => book.worksheets.find(({ name }) => pattern.test(plainKey(name))) ?? null;
  return {
    consumers: find(/^consommateurs?/),
    producers: find(/^producteurs?/),
    kind: find(/repartition|^modalites?/),
  };
}
