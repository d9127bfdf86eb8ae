import { columnUnit, type TableColumn, type TableRow, toTableCsvCell } from "@/lib/format/table-cells";
import type { CsvCell } from "@/lib/format/to-csv";
import { downloadFile } from "./download-file";

/** The header of a table's file: each label with its unit, since cells carry figures only. */
export function tableHeader(columns: readonly TableColumn[]): string[] {
  return columns.map((column) => {
    const unit = columnUnit(column);
    return unit ? `${column.label} (${unit})` : column.label;
  });
}

/** The rows of a table's file, in full precision. */
export function tableBody(columns: readonly TableColumn[], rows: readonly TableRow[]): CsvCell[][] {
  return rows.map(({ cells }) => columns.map((column) => toTableCsvCell(column, cells[column.key])));
}

/** Saves rows as CSV. The writer is loaded on demand: most visits download nothing. */
export async function downloadTable(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  fileName: string,
): Promise<void> {
  const { toCsv } = await import("@/lib/format/to-csv");
  const csv = toCsv(tableHeader(columns), tableBody(columns, rows));
  downloadFile(`${fileName}.csv`, new Blob([csv], { type: "text/csv;charset=utf-8" }));
}
