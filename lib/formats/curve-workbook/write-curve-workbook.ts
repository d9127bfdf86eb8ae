import { PassThrough } from "node:stream";
import { setImmediate as letOthersRun } from "node:timers/promises";
import ExcelJS, { type Row, type Worksheet } from "exceljs";
import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";
import { styleHeader } from "@/lib/formats/workbook/sheet-style";
import type { CurveSheet } from "./curve-sheet";
import { STATE_LABELS } from "./state-labels";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** 1 January 1970 in the calendar of spreadsheets. */
const EPOCH_DAY = 25_569;
const TIME_FORMAT = "dd/mm/yyyy hh:mm";
const ENERGY_FORMAT = "#,##0.000";
const ROWS_AT_ONCE = 200;
const TIME_COLUMNS = [
  { header: "Début (heure de Paris)", width: 18 },
  { header: "Décalage", width: 10 },
];

/**
 * Writes curves as a workbook: « Valeurs », a line for each stretch with each curve's energy and origin, and « Sommes ».
 *
 * Line by line: what is held at once is a few lines and the compressed file, and the server answers others meanwhile.
 *
 * @param sheet - At most 1 048 575 lines, what a spreadsheet can hold.
 */
export async function writeCurveWorkbook(sheet: CurveSheet): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new PassThrough();
  const bytes = collect(stream);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  book.creator = "Prorata";
  await writeValues(book.addWorksheet("Valeurs", { views: [{ state: "frozen", xSplit: 2, ySplit: 1 }] }), sheet);
  writeSums(book.addWorksheet("Sommes", { views: [{ state: "frozen", ySplit: 1 }] }), sheet);
  await book.commit();
  return bytes;
}

async function collect(stream: PassThrough): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

async function writeValues(sheet: Worksheet, { startsMs, columns }: CurveSheet): Promise<void> {
  const headers = columns.flatMap(({ label }) => [`${label} (kWh)`, `${label}, origine`]);
  sheet.columns = [
    ...TIME_COLUMNS.map(({ width }, index) => ({ width, style: index === 0 ? { numFmt: TIME_FORMAT } : {} })),
    ...columns.flatMap(() => [{ width: 16, style: { numFmt: ENERGY_FORMAT } }, { width: 20 }]),
  ];
  commitHeader(sheet, [...TIME_COLUMNS.map(({ header }) => header), ...headers]);
  for (let line = 0; line < startsMs.length; line += 1) {
    const startMs = startsMs[line] as number;
    const offsetMs = parisOffsetMs(startMs);
    const cells = columns.flatMap(({ energyWh, states }) => [
      toKwh(energyWh[line] as number),
      STATE_LABELS[states[line] ?? "outside"],
    ]);
    sheet.addRow([EPOCH_DAY + (startMs + offsetMs) / DAY_MS, `UTC+${offsetMs / HOUR_MS}`, ...cells]).commit();
    if (line % ROWS_AT_ONCE === 0) await letOthersRun();
  }
  sheet.commit();
}

const SUM_HEADERS = [
  "Courbe",
  "Énergie (kWh)",
  "Énergie connue (kWh)",
  "Pas incomplets",
  "Pas corrigés",
  "Pas saisis",
  "Puissance moyenne (kW)",
  "Puissance minimale (kW)",
  "Puissance maximale (kW)",
];

function writeSums(sheet: Worksheet, { columns }: CurveSheet): void {
  sheet.columns = SUM_HEADERS.map((_, index) => ({
    width: index === 0 ? 44 : 18,
    style: index === 0 || (index > 2 && index < 6) ? {} : { numFmt: ENERGY_FORMAT },
  }));
  commitHeader(sheet, SUM_HEADERS);
  for (const { label, summary } of columns) {
    const { totalWh, knownWh, incompleteCount, correctedCount, manualCount, meanW, minW, maxW } = summary;
    const row = sheet.addRow([
      label,
      toKwh(totalWh),
      toKwh(knownWh),
      incompleteCount,
      correctedCount,
      manualCount,
      toKwh(meanW),
      toKwh(minW),
      toKwh(maxW),
    ]);
    row.commit();
  }
  sheet.commit();
}

function commitHeader(sheet: Worksheet, headers: readonly string[]): void {
  const row: Row = sheet.addRow([...headers]);
  row.height = 32;
  styleHeader(
    row,
    headers.map(() => "optional"),
  );
  row.commit();
}

/** From W or Wh to kW or kWh. */
function toKwh(value: number | null): number | null {
  return value === null || Number.isNaN(value) ? null : value / 1000;
}
