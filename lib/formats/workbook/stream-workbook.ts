import { PassThrough } from "node:stream";
import { setImmediate as letOthersRun } from "node:timers/promises";
import ExcelJS, { type Worksheet } from "exceljs";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { styleHeader } from "./sheet-style";

const ROWS_AT_ONCE = 100;

const FORMATS = {
  text: "@",
  /** Text of any length, on as many lines as it takes. */
  prose: "@",
  energy: "#,##0.00",
  /** Energy of a step. */
  fine: "#,##0.000",
  percent: "0.0%",
  count: "#,##0",
  /** A date and time in the calendar of spreadsheets. */
  time: "dd/mm/yyyy hh:mm",
  /** A day in the same calendar. */
  day: "dd/mm/yyyy",
} as const;

const WRAPPED = { wrapText: true, vertical: "top" } as const;

/** A number, a text (never run as a formula), or nothing known. */
export type WorkbookCell = string | number | null;

/** One sheet, its rows made when they are written. */
export type WorkbookSheet = {
  /** At most 31 characters. */
  readonly name: string;
  readonly columns: readonly {
    readonly header: string;
    readonly width: number;
    readonly format: keyof typeof FORMATS;
  }[];
  readonly rows: Iterable<readonly WorkbookCell[]>;
  /** Columns that stay in view. */
  readonly frozenColumns?: number;
  /** Whether its header filters. */
  readonly hasFilter?: boolean;
};

/**
 * Writes a workbook while it is read. What is held is at most the compressed file, and the process answers others
 * meanwhile.
 *
 * @param sheets - In order; each with at most 1 048 575 rows and 16 384 columns, what a spreadsheet can hold.
 * @param createdOn - What its properties show.
 */
export async function* streamWorkbook(
  sheets: readonly WorkbookSheet[],
  createdOn: CivilDate,
): AsyncGenerator<Uint8Array> {
  const stream = new PassThrough();
  const written = writeSheets(stream, sheets, createdOn).catch((error: Error) => {
    stream.destroy(error);
  });
  try {
    // The library must not write to a stream that is gone: whoever stops reading leaves the rest to nobody.
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield new Uint8Array(chunk as Buffer);
    await written;
  } finally {
    stream.resume();
  }
}

async function writeSheets(stream: PassThrough, sheets: readonly WorkbookSheet[], createdOn: CivilDate): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  book.creator = "Prorata";
  book.created = new Date(`${createdOn}T00:00:00Z`);
  book.modified = book.created;
  for (const sheet of sheets) {
    const { name, frozenColumns = 0 } = sheet;
    await writeSheet(
      book.addWorksheet(name, { views: [{ state: "frozen", xSplit: frozenColumns, ySplit: 1 }] }),
      sheet,
    );
  }
  await book.commit();
}

async function writeSheet(sheet: Worksheet, { columns, rows, hasFilter }: WorkbookSheet): Promise<void> {
  sheet.columns = columns.map(({ width, format }) => ({
    width,
    style: { numFmt: FORMATS[format], ...(format === "prose" ? { alignment: WRAPPED } : {}) },
  }));
  if (hasFilter) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const header = sheet.addRow(columns.map((column) => column.header));
  header.height = 32;
  styleHeader(
    header,
    columns.map(() => "optional"),
  );
  header.commit();
  let count = 0;
  for (const cells of rows) {
    sheet.addRow([...cells]).commit();
    count += 1;
    if (count % ROWS_AT_ONCE === 0) await letOthersRun();
  }
  sheet.commit();
}
