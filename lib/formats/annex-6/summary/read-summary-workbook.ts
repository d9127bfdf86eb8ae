import type { Workbook, Worksheet } from "exceljs";
import { sumKnownEnergy } from "@/lib/formats/annex-6/sum-known-energy";
import { writeKwh } from "@/lib/formats/annex-6/write-kwh";
import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import { joinProblems } from "@/lib/formats/workbook/join-problems";
import { openWorkbook } from "@/lib/formats/workbook/open-workbook";
import { findSummarySheets, isSummary, SUMMARY_SHEETS } from "./find-summary-sheets";
import { isSumWithinRounding } from "./is-sum-within-rounding";
import { readConsumerSheet } from "./read-consumer-sheet";
import { INDICATOR_LABELS, readOperationSheet } from "./read-operation-sheet";
import { readProducerSheet } from "./read-producer-sheet";
import * as messages from "./summary-messages";
import type { SummaryWorkbook } from "./summary-workbook";

/** What a summary workbook holds. */
export type SummaryReading = {
  /** Null when the file is no summary. With errors it holds what was understood, for display only. */
  readonly summary: SummaryWorkbook | null;
  /** By sheet, in the order of the convention. */
  readonly problems: FileProblems;
};

/**
 * Reads the DSO's summary of a settlement period.
 *
 * The convention says what the three sheets hold, not how they are laid out: sheets, headers and indicators are found
 * by meaning, energies are numbers or texts, in kWh unless their header says otherwise [I]. One bad cell hides no
 * other. Sums that do not agree are told, not mended.
 *
 * @param bytes - An .xlsx (or .xlsm); anything else is a problem, never an exception.
 * @see Convention Enedis-FOR-CF_01E, annexe 6, 11.6.1.3.
 */
export async function readSummaryWorkbook(bytes: Uint8Array): Promise<SummaryReading> {
  const log = new ProblemLog();
  const book = await openWorkbook(bytes, log);
  const sheets = book && findSheets(book, log);
  if (!sheets) return { summary: null, problems: log.problems() };
  // One log a sheet: each keeps its rows in order.
  const logs = { operation: new ProblemLog(), producers: new ProblemLog(), consumers: new ProblemLog() };
  const summary: SummaryWorkbook = {
    operation: sheets.operation ? readOperationSheet(sheets.operation, logs.operation) : NOTHING,
    producers: sheets.producers ? readProducerSheet(sheets.producers, logs.producers) : [],
    consumers: sheets.consumers ? readConsumerSheet(sheets.consumers, logs.consumers) : [],
  };
  const all = [log, logs.operation, logs.producers, logs.consumers];
  // A row that was refused is missing in a sum: its own problem comes first.
  if (joinProblems(all).errorCount === 0 && sheets.operation) {
    compareSums(summary, sheets.operation.name, logs.operation);
  }
  return { summary, problems: joinProblems(all) };
}

const NOTHING: SummaryWorkbook["operation"] = {
  withdrawalWh: null,
  productionWh: null,
  selfConsumedWh: null,
  surplusWh: null,
  selfConsumptionRate: null,
  selfProductionRate: null,
  coverageRate: null,
};

type Sheets = Readonly<Record<keyof SummaryWorkbook, Worksheet | null>>;

function findSheets(book: Workbook, log: ProblemLog): Sheets | null {
  const { worksheets } = book;
  const names = findSummarySheets(worksheets.map(({ name }) => name));
  if (!isSummary(names)) {
    log.error("NOT_A_SUMMARY", {}, messages.notASummary);
    return null;
  }
  for (const { role, what } of SUMMARY_SHEETS) {
    if (names[role] === null) log.error("SHEET_MISSING", {}, () => messages.sheetMissing(what));
  }
  const sheetOf = (role: keyof SummaryWorkbook) => worksheets.find(({ name }) => name === names[role]) ?? null;
  for (const { name } of worksheets) {
    const isRead = Object.values(names).includes(name);
    if (!isRead) log.warning("SHEET_IGNORED", { sheet: name }, () => messages.sheetIgnored(name));
  }
  return { operation: sheetOf("operation"), producers: sheetOf("producers"), consumers: sheetOf("consumers") };
}

function compareSums({ operation, producers, consumers }: SummaryWorkbook, sheet: string, log: ProblemLog): void {
  const sums = {
    withdrawalWh: consumers.map(({ withdrawalWh }) => withdrawalWh),
    productionWh: producers.map(({ injectionWh }) => injectionWh),
    selfConsumedWh: consumers.map(({ selfConsumedWh }) => selfConsumedWh),
    surplusWh: producers.map(({ surplusWh }) => surplusWh),
  };
  for (const indicator of ["withdrawalWh", "productionWh", "selfConsumedWh", "surplusWh"] as const) {
    const announced = operation[indicator];
    const parts = sums[indicator];
    const sum = sumKnownEnergy(parts);
    if (announced === null || sum === null || isSumWithinRounding(announced, sum, parts.length)) continue;
    const what = `Feuille « ${sheet} », « ${INDICATOR_LABELS[indicator]} »`;
    log.warning("SUM_DIFFERS", { sheet }, () => messages.sumDiffers(what, writeKwh(announced), writeKwh(sum)));
  }
}
