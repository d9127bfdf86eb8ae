import "server-only";
import type { ClimateReport } from "@/lib/domain/scoring/climate-report";
import { formatDay } from "@/lib/format/format-date";
import { type CsvCell, toCsv } from "@/lib/format/to-csv";
import { ACTION_COLUMNS, type ActionCell, type ActionColumn } from "./climate-columns";

/** The actions of a plan as the CSV that a French spreadsheet opens; percentages are out of 100. */
export function writeClimateTable({ actions }: ClimateReport): string {
  const header = ACTION_COLUMNS.map((column) => (column.format === "percent" ? `${column.header} (%)` : column.header));
  const rows = actions
    .filter(({ level }) => level !== "root")
    .map((action) => ACTION_COLUMNS.map((column) => toCell(column, column.cell(action))));
  return toCsv(header, rows);
}

function toCell({ format }: ActionColumn, cell: ActionCell): CsvCell {
  if (typeof cell === "object" && cell !== null) return formatDay(cell.day);
  return format === "percent" && typeof cell === "number" ? cell * 100 : cell;
}
