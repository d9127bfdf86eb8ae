import type { Row, Worksheet } from "exceljs";
import type { ProblemLog } from "@/lib/formats/problem-log";
import type { CellPlace } from "./cell-place";
import { type CellContent, readCell } from "./read-cell";
import * as messages from "./sheet-messages";

const HEADER_SEARCH_ROWS = 30;
const MIN_KNOWN_HEADERS = 2;
const LAST_COLUMN = 50;

/** A column: what it holds, its header as the DSO prints it, and how we call it in a message. */
export type SheetColumn<Field extends string> = {
  readonly field: Field;
  readonly header: string;
  readonly label: string;
};

/** How the headers of a sheet are understood. */
export type SheetLayout<Field extends string> = {
  /** What a header means; null when nothing known. */
  readonly fieldOf: (header: string) => Field | null;
  /** The column of a field; null when it has no place in this sheet: it is ignored, and told. */
  readonly columnOf: (field: Field) => SheetColumn<Field> | null;
  /** Columns to write where there is no header at all. */
  readonly expected: readonly SheetColumn<Field>[];
  /** Columns whose absence is an error. */
  readonly required: readonly SheetColumn<Field>[];
};

/** A column of this sheet: where it is, and what it means. */
export type FoundColumn<Field extends string> = SheetColumn<Field> & {
  readonly number: number;
  readonly letter: string;
  /** Its header as this sheet has it. */
  readonly found: string;
};

/** A row that says something. */
export type TableRow<Field extends string> = {
  readonly number: number;
  readonly cells: ReadonlyMap<Field, CellContent>;
  /** Where the cell of a field is, for a message. */
  readonly place: (field: Field) => CellPlace;
};

/** The columns that were found, and the rows under them. */
export type SheetTable<Field extends string> = {
  readonly columns: ReadonlyMap<Field, FoundColumn<Field>>;
  readonly rows: readonly TableRow<Field>[];
};

/**
 * The rows under the header of a sheet, wherever it stands and in whatever order.
 *
 * Rows that say nothing are passed over. What is hidden or merged is read, and told.
 *
 * @param layout - A required column that is absent is an error, an unknown one a warning.
 * @returns Null, and the reason in the log, when no header is found.
 */
export function readSheetTable<Field extends string>(
  sheet: Worksheet,
  layout: SheetLayout<Field>,
  log: ProblemLog,
): SheetTable<Field> | null {
  const header = findHeader(sheet, layout);
  if (!header) {
    const isEmpty = sheet.actualRowCount === 0;
    log.error(isEmpty ? "SHEET_EMPTY" : "HEADERS_MISSING", { sheet: sheet.name }, () =>
      (isEmpty ? messages.sheetEmpty : messages.headersMissing)(sheet.name, layout.expected),
    );
    return null;
  }
  const byField = matchColumns(header, layout, sheet, log);
  const columns = [...byField.values()];
  tellHidden(sheet, header.number, columns, log);
  tellMerged(sheet, header.number, log);
  const rows: TableRow<Field>[] = [];
  sheet.eachRow((row, number) => {
    if (number <= header.number) return;
    const tableRow = readRow(row, columns, sheet.name);
    if ([...tableRow.cells.values()].some(({ kind }) => kind !== "empty")) rows.push(tableRow);
  });
  return { columns: byField, rows };
}

// The first row with most known headers: a title or a colour code may stand above.
function findHeader<Field extends string>(sheet: Worksheet, { fieldOf }: SheetLayout<Field>): Row | null {
  let best: Row | null = null;
  let mostKnown = MIN_KNOWN_HEADERS - 1;
  for (let number = 1; number <= Math.min(sheet.rowCount, HEADER_SEARCH_ROWS); number += 1) {
    const row = sheet.getRow(number);
    const known = new Set(listHeaders(row).map(({ text }) => fieldOf(text)));
    known.delete(null);
    if (known.size > mostKnown) {
      best = row;
      mostKnown = known.size;
    }
  }
  return best;
}

function listHeaders(row: Row): { number: number; text: string }[] {
  const headers: { number: number; text: string }[] = [];
  for (let number = 1; number <= Math.min(row.cellCount, LAST_COLUMN); number += 1) {
    const { kind, text } = readCell(row.getCell(number));
    if (kind === "text") headers.push({ number, text });
  }
  return headers;
}

function matchColumns<Field extends string>(
  header: Row,
  { fieldOf, columnOf, required }: SheetLayout<Field>,
  sheet: Worksheet,
  log: ProblemLog,
): ReadonlyMap<Field, FoundColumn<Field>> {
  const found = new Map<Field, FoundColumn<Field>>();
  const place = { sheet: sheet.name, line: header.number };
  for (const { number, text } of listHeaders(header)) {
    const field = fieldOf(text);
    const column = field && columnOf(field);
    const { letter } = sheet.getColumn(number);
    if (!column) {
      log.warning("COLUMN_IGNORED", { ...place, column: letter }, () =>
        messages.columnIgnored(sheet.name, letter, text),
      );
      continue;
    }
    const other = found.get(column.field);
    if (other) {
      log.error("COLUMN_TWICE", { ...place, column: letter }, () =>
        messages.columnTwice(sheet.name, column, other.letter, letter),
      );
    } else found.set(column.field, { ...column, number, letter, found: text });
  }
  for (const column of required) {
    if (found.has(column.field)) continue;
    log.error("COLUMN_MISSING", place, () => messages.columnMissing(sheet.name, column));
  }
  return found;
}

function readRow<Field extends string>(
  row: Row,
  columns: readonly FoundColumn<Field>[],
  sheet: string,
): TableRow<Field> {
  const cells = new Map(columns.map(({ field, number }) => [field, readCell(row.getCell(number))]));
  const place = (field: Field): CellPlace => {
    const column = columns.find((each) => each.field === field);
    return {
      sheet,
      line: row.number,
      column: column ? `${column.letter} (${column.label})` : undefined,
      letter: column?.letter,
    };
  };
  return { number: row.number, cells, place };
}

function tellHidden(
  sheet: Worksheet,
  headerRow: number,
  columns: readonly FoundColumn<string>[],
  log: ProblemLog,
): void {
  if (sheet.state !== "visible") {
    log.warning("SHEET_HIDDEN", { sheet: sheet.name }, () => messages.sheetHidden(sheet.name));
  }
  const rows: number[] = [];
  sheet.eachRow((row, number) => {
    if (number > headerRow && row.hidden) rows.push(number);
  });
  const letters = columns.filter(({ number }) => sheet.getColumn(number).hidden).map(({ letter }) => letter);
  if (rows.length > 0) log.warning("ROWS_HIDDEN", { sheet: sheet.name }, () => messages.rowsHidden(sheet.name, rows));
  if (letters.length > 0) {
    log.warning("COLUMNS_HIDDEN", { sheet: sheet.name }, () => messages.columnsHidden(sheet.name, letters));
  }
}

function tellMerged(sheet: Worksheet, headerRow: number, log: ProblemLog): void {
  const masters = new Set<string>();
  sheet.eachRow((row, number) => {
    if (number <= headerRow) return;
    row.eachCell((cell) => {
      if (cell.isMerged) masters.add(cell.master.address);
    });
  });
  if (masters.size > 0) {
    log.warning("CELLS_MERGED", { sheet: sheet.name }, () => messages.cellsMerged(sheet.name, [...masters]));
  }
}
