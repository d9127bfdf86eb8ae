import type { Row, Worksheet } from "exceljs";
import type { ProblemLog } from "@/lib/formats/problem-log";
import { type Annex2Column, type Annex2Field, fieldOfHeader } from "./annex-2-columns";
import * as messages from "./annex-2-messages";
import type { CellPlace } from "./cell-place";
import { type CellContent, readCell } from "./read-cell";

const HEADER_SEARCH_ROWS = 30;
const MIN_KNOWN_HEADERS = 2;
const LAST_COLUMN = 50;

/** A column of this sheet: where it is, and what it means. */
type FoundColumn = Annex2Column & { readonly number: number; readonly letter: string };

/** A row that says something. */
export type TableRow = {
  readonly number: number;
  readonly cells: ReadonlyMap<Annex2Field, CellContent>;
  /** Where the cell of a field is, for a message. */
  readonly place: (field: Annex2Field) => CellPlace;
};

/**
 * The rows under the header of a sheet, wherever it stands and in whatever order.
 *
 * Rows that say nothing are passed over. What is hidden or merged is read, and told.
 *
 * @param expected - Columns of this sheet; one that is absent is an error, an unknown one a warning.
 * @returns Null, and the reason in the log, when no header is found.
 */
export function readSheetTable(
  sheet: Worksheet,
  expected: readonly Annex2Column[],
  log: ProblemLog,
): { readonly fields: ReadonlySet<Annex2Field>; readonly rows: readonly TableRow[] } | null {
  const header = findHeader(sheet);
  if (!header) {
    const isEmpty = sheet.actualRowCount === 0;
    log.error(isEmpty ? "SHEET_EMPTY" : "HEADERS_MISSING", { sheet: sheet.name }, () =>
      (isEmpty ? messages.sheetEmpty : messages.headersMissing)(sheet.name, expected),
    );
    return null;
  }
  const columns = matchColumns(header, expected, sheet, log);
  tellHidden(sheet, header.number, columns, log);
  tellMerged(sheet, header.number, log);
  const rows: TableRow[] = [];
  sheet.eachRow((row, number) => {
    if (number <= header.number) return;
    const tableRow = readRow(row, columns, sheet.name);
    if ([...tableRow.cells.values()].some(({ kind }) => kind !== "empty")) rows.push(tableRow);
  });
  return { fields: new Set(columns.map(({ field }) => field)), rows };
}

// The first row with most known headers: a title or a colour code may stand above.
function findHeader(sheet: Worksheet): Row | null {
  let best: Row | null = null;
  let mostKnown = MIN_KNOWN_HEADERS - 1;
  for (let number = 1; number <= Math.min(sheet.rowCount, HEADER_SEARCH_ROWS); number += 1) {
    const row = sheet.getRow(number);
    const known = new Set(listHeaders(row).map(({ text }) => fieldOfHeader(text)));
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

function matchColumns(
  header: Row,
  expected: readonly Annex2Column[],
  sheet: Worksheet,
  log: ProblemLog,
): readonly FoundColumn[] {
  const found = new Map<Annex2Field, FoundColumn>();
  const place = { sheet: sheet.name, line: header.number };
  for (const { number, text } of listHeaders(header)) {
    const field = fieldOfHeader(text);
    const column = expected.find((each) => each.field === field);
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
    } else found.set(column.field, { ...column, number, letter });
  }
  for (const column of expected) {
    // Only a static key needs its column: told once the kind is known.
    if (found.has(column.field) || column.field === "coefficient") continue;
    log.error("COLUMN_MISSING", place, () => messages.columnMissing(sheet.name, column));
  }
  return [...found.values()];
}

function readRow(row: Row, columns: readonly FoundColumn[], sheet: string): TableRow {
  const cells = new Map(columns.map(({ field, number }) => [field, readCell(row.getCell(number))]));
  const place = (field: Annex2Field): CellPlace => {
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

function tellHidden(sheet: Worksheet, headerRow: number, columns: readonly FoundColumn[], log: ProblemLog): void {
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
