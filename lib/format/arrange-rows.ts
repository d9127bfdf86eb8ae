import { formatTextCell, isNumericColumn, type TableCell, type TableColumn, type TableRow } from "./table-cells";

export type TableSort = { readonly key: string; readonly direction: "ascending" | "descending" };

const COLLATOR = new Intl.Collator("fr-FR", { numeric: true, sensitivity: "base" });

/**
 * The rows that match a search, in the order asked.
 *
 * Every word must be somewhere in the row's texts, accents and case apart. Unknown values come last in both directions.
 *
 * @returns Indexes into `rows`.
 */
export function arrangeRows(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  { search = "", sort = null }: { search?: string; sort?: TableSort | null },
): number[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const textColumns = columns.filter((column) => !isNumericColumn(column));
  const indexes = rows.flatMap((row, index) => (matches(row, words, textColumns) ? [index] : []));
  const column = sort && columns.find(({ key }) => key === sort.key);
  if (!sort || !column) return indexes;
  const cellAt = (index: number) => rows[index]?.cells[column.key] ?? null;
  const sign = sort.direction === "ascending" ? 1 : -1;
  return indexes.sort((a, b) => compareCells(cellAt(a), cellAt(b), sign) || a - b);
}

function matches(row: TableRow, words: readonly string[], columns: readonly TableColumn[]): boolean {
  if (words.length === 0) return true;
  const text = fold(columns.map((column) => formatTextCell(column, row.cells[column.key])).join(" "));
  return words.every((word) => text.includes(word));
}

function compareCells(a: TableCell, b: TableCell, sign: 1 | -1): number {
  const [x, y] = [sortValue(a), sortValue(b)];
  if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0);
  if (typeof x === "number" && typeof y === "number") return sign * (x - y);
  return sign * COLLATOR.compare(String(x), String(y));
}

function sortValue(cell: TableCell): string | number | null {
  if (cell === null || cell === "" || Number.isNaN(cell)) return null;
  return typeof cell === "object" ? cell.text : cell; // civil days and months sort as they are written
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
