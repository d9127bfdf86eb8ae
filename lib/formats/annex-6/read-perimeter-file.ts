import { identifierText } from "@/lib/domain/identifiers/identifier-text";
import { type CivilDate, isCivilDate } from "@/lib/domain/time/civil-date";
import { decodeText } from "@/lib/formats/decode-text";
import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import { type DelimitedLine, splitDelimitedLines } from "./delimited-lines";
import * as messages from "./perimeter-messages";
import type { PerimeterRow } from "./perimeter-row";
import { readIdentifierCell } from "./read-identifier-cell";

const OPEN_END = "9999-12-31";
const HEADERS = [
  { key: "identifier", pattern: /prm|pdl|padt/i, name: "PDL/PRM/PADT-P" },
  { key: "from", pattern: /d[eé]but/i, name: "Date debut rattachement" },
  { key: "to", pattern: /fin/i, name: "Date fin rattachement" },
] as const;

type Columns = Readonly<Record<(typeof HEADERS)[number]["key"], number>>;
type Line = DelimitedLine;

/**
 * Reads the perimeter file of annexe 6: `1234567891234;01/01/2019;31/12/9999;`.
 *
 * The end is the first day that no longer counts. A 13-digit identifier lost its zero
 * and a 10-digit one is an injection contract [I]; another text is kept as unknown, for
 * the user to say what it is. One bad line hides no other.
 *
 * @param bytes - Content of the file, in any encoding {@link decodeText} knows.
 * @returns Rows in file order; with errors, those that were understood.
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export function readPerimeterFile(bytes: Uint8Array): {
  readonly rows: readonly PerimeterRow[];
  readonly problems: FileProblems;
} {
  const log = new ProblemLog();
  const rows = readRows(splitDelimitedLines(decodeText(bytes)), log);
  return { rows, problems: log.problems() };
}

function readRows(lines: readonly Line[], log: ProblemLog): readonly PerimeterRow[] {
  const [first] = lines;
  if (!first) {
    log.error("EMPTY_FILE", {}, messages.emptyFile);
    return [];
  }
  const hasHeader = first.cells.slice(1, 3).every((cell) => readDate(cell) === null);
  const columns = hasHeader ? findColumns(first, log) : { identifier: 0, from: 1, to: 2 };
  if (!columns) return [];
  if (!hasHeader) log.warning("HEADER_MISSING", { line: first.number }, messages.headerMissing);
  const data = lines.slice(hasHeader ? 1 : 0);
  if (data.length === 0) log.warning("NO_ROW", {}, messages.noRow);

  const linesOf = new Map<string, { row: PerimeterRow; line: number }[]>();
  const rows: PerimeterRow[] = [];
  for (const line of data) {
    const row = readRow(line, columns, log);
    if (row && !overlapsBefore(row, line, linesOf, log)) rows.push(row);
  }
  return rows;
}

function findColumns({ cells, number }: Line, log: ProblemLog): Columns | null {
  const places = HEADERS.map(({ pattern }) => cells.findIndex((cell) => pattern.test(cell.normalize("NFC"))));
  const missing = HEADERS.filter((_, index) => places[index] === -1);
  if (missing.length > 1) {
    log.error("NOT_A_PERIMETER", { line: number }, messages.notAPerimeter);
    return null;
  }
  for (const { name } of missing) log.error("COLUMN_MISSING", { line: number }, () => messages.columnMissing(name));
  const [identifier = -1, from = -1, to = -1] = places;
  return missing.length === 0 ? { identifier, from, to } : null;
}

function readRow({ number, cells }: Line, columns: Columns, log: ProblemLog): PerimeterRow | null {
  const identifier = readIdentifierCell(cells[columns.identifier] ?? "", { line: number, column: "identifiant" }, log);
  const from = requireDate(cells[columns.from] ?? "", "début", number, log);
  const to = requireDate(cells[columns.to] ?? "", "fin", number, log);
  if (!(identifier && from && to)) return null;
  const place = { line: number };
  if (to < from) {
    log.error("END_BEFORE_START", place, () => messages.endBeforeStart(number));
    return null;
  }
  if (to === from) {
    log.warning("EMPTY_PERIOD", place, () => messages.emptyPeriod(number));
    return null;
  }
  return { identifier, from, toExclusive: to === OPEN_END ? null : to };
}

function requireDate(text: string, column: string, line: number, log: ProblemLog): CivilDate | null {
  const date = readDate(text);
  if (!date) log.error("DATE_UNREADABLE", { line, column }, () => messages.dateUnreadable(line, column, text));
  return date;
}

// JJ/MM/AAAA as printed, or AAAA-MM-JJ as some exports have it; a time of midnight behind is nothing.
function readDate(text: string): CivilDate | null {
  const day = text.replace(/[T ]00:00(?::00)?$/, "");
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day);
  const [, dayOfMonth = "", month = "", year = ""] = french ?? [];
  const iso = french ? `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}` : day;
  return isCivilDate(iso) ? iso : null;
}

function overlapsBefore(
  row: PerimeterRow,
  { number }: Line,
  linesOf: Map<string, { row: PerimeterRow; line: number }[]>,
  log: ProblemLog,
): boolean {
  const text = identifierText(row.identifier);
  const before = linesOf.get(text) ?? [];
  const other = before.find(({ row: { from, toExclusive } }) => {
    const startsBeforeEnd = toExclusive === null || row.from < toExclusive;
    return startsBeforeEnd && (row.toExclusive === null || from < row.toExclusive);
  });
  if (other) tellOverlap(row, other.row, log, { line: number, lineBefore: other.line, text });
  linesOf.set(text, [...before, { row, line: number }]);
  return other !== undefined;
}

// A site that consumes and produces may be listed once for each: no harm where the days are the same [I].
function tellOverlap(
  row: PerimeterRow,
  other: PerimeterRow,
  log: ProblemLog,
  { line, lineBefore, text }: { readonly line: number; readonly lineBefore: number; readonly text: string },
): void {
  const isSame = row.from === other.from && row.toExclusive === other.toExclusive;
  if (isSame) log.warning("ROW_TWICE", { line }, () => messages.rowTwice(line, text, lineBefore));
  else log.error("OVERLAP", { line }, () => messages.overlap(line, text, lineBefore));
}
