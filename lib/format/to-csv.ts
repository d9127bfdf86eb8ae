import Papa from "papaparse";

export type CsvCell = string | number | null | undefined;

const BYTE_ORDER_MARK = "\ufeff"; // without it, Excel reads UTF-8 as Latin-1
/** Full-width signs too: some spreadsheets take them for theirs. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/**
 * A table as the CSV that a French spreadsheet opens with a double click: UTF-8 with its mark,
 * semicolons, CRLF, decimal commas without grouping, unknown values as empty cells.
 *
 * Texts that a spreadsheet would run as a formula are held back by an apostrophe; numbers keep their sign.
 *
 * @example
 * toCsv(["PRM", "kWh"], [["30001234567890", 12.5]]); // => "\ufeffPRM;kWh\r\n30001234567890;12,5"
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + toCsvRows([header, ...rows]);
}

/** More rows of such a table, without its mark and its header: what a long one is written by, page after page. */
export function toCsvRows(rows: readonly (readonly CsvCell[])[]): string {
  return Papa.unparse(
    rows.map((row) => row.map(toCsvCell)),
    { delimiter: ";", newline: "\r\n" },
  );
}

/** One cell: decimal comma for numbers, no exponent, no formula. */
export function toCsvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return FORMULA.test(cell) ? `'${cell}` : cell;
  if (!Number.isFinite(cell)) return "";
  return PLAIN.format(cell).replace(".", ",");
}

// Twelve decimals: all that is meant, without the dust of binary fractions.
const PLAIN = new Intl.NumberFormat("en-US", {
  useGrouping: false,
  maximumFractionDigits: 12,
  signDisplay: "negative",
});
