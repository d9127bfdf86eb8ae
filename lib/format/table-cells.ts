import { formatDay, formatMonth } from "./format-date";
import { type EnergyUnit, toEnergyUnit } from "./format-energy";
import { formatInstant } from "./format-instant";
import { formatNumber, UNKNOWN } from "./format-number";
import { roundPartsToTotal } from "./round-parts-to-total";
import type { CsvCell } from "./to-csv";

export type StatusTone = "neutral" | "info" | "success" | "warning" | "danger";

/** A word and how grave it is. */
export type TableStatus = { readonly text: string; readonly tone: StatusTone };

/** What a server may hand to a table: plain values, formatted where they are shown. */
export type TableCell = string | number | null | TableStatus;

/** The type of a column says how its cells are read: `energyWh` in Wh, `ppm` in parts per million, `code` is a PRM… */
export type TableColumnKind =
  | "text"
  | "code"
  | "status"
  | "day"
  | "month"
  | "instantMs"
  | "number"
  | "energyWh"
  | "powerW"
  | "ppm"
  | "ratio"
  | "amountCents";

export type TableColumn = {
  readonly key: string;
  readonly label: string;
  readonly kind: TableColumnKind;
  /** Sum in the footer; the cells are then rounded so that they add up to it. */
  readonly sum?: boolean;
  readonly decimals?: number;
  /** Unit of an `energyWh` column (kWh by default) or of a `number` column (none). */
  readonly unit?: string;
  /**
   * Two columns [whole, part] whose difference this one is. It is then shown as the difference of what
   * they show, so that a line adds up as exactly as a column does.
   */
  readonly differenceOf?: readonly [string, string];
};

export type TableRow = { readonly id: string; readonly cells: Readonly<Record<string, TableCell>> };

/** The numbers a table shows, by column then by row, already rounded. `null` = unknown. */
export type ShownNumbers = ReadonlyMap<string, readonly (number | null)[]>;

const DECIMALS: Readonly<Partial<Record<TableColumnKind, number>>> = {
  number: 0,
  energyWh: 1,
  powerW: 1,
  ppm: 4,
  ratio: 1,
  amountCents: 2,
};

const UNITS: Readonly<Partial<Record<TableColumnKind, string>>> = {
  energyWh: "kWh",
  powerW: "kW",
  ppm: "%",
  ratio: "%",
  amountCents: "€",
};

export function isNumericColumn({ kind }: TableColumn): boolean {
  return kind in DECIMALS;
}

/** The header's unit, empty when there is none: cells carry figures only, so that they paste as numbers. */
export function columnUnit({ kind, unit }: TableColumn): string {
  return unit ?? UNITS[kind] ?? "";
}

/**
 * Settles the decimals of columns that show keys exactly: as many as the finest of them needs, so that they align.
 */
export function settleDecimals(columns: readonly TableColumn[], rows: readonly TableRow[]): TableColumn[] {
  return columns.map((column) => {
    if (column.kind !== "ppm" || column.decimals !== undefined) return column;
    const shares = rows.map(({ cells }) => cells[column.key]).filter((cell) => typeof cell === "number");
    const decimals = [0, 1, 2, 3].find((count) => shares.every((ppm) => ppm % 10 ** (4 - count) === 0)) ?? 4;
    return { ...column, decimals };
  });
}

/** Rounds every numeric column once, for all rows: a filter must not change what a cell shows. */
export function toShownNumbers(columns: readonly TableColumn[], rows: readonly TableRow[]): ShownNumbers {
  const shown = new Map<string, readonly (number | null)[]>();
  for (const column of columns.filter(isNumericColumn)) {
    const values = rows.map(({ cells }) => toUnit(column, cells[column.key]));
    shown.set(column.key, column.sum ? roundPartsToTotal(values, columnDecimals(column)) : values);
  }
  for (const column of columns) {
    const [whole, part] = column.differenceOf?.map((key) => shown.get(key)) ?? [];
    if (whole && part)
      shown.set(
        column.key,
        whole.map((value, row) => subtract(value, part[row], column)),
      );
  }
  return shown;
}

/** The sum of shown numbers: null as soon as one is unknown, never smaller than the truth. */
export function sumShown(column: TableColumn, values: readonly (number | null)[]): number | null {
  const scale = 10 ** columnDecimals(column);
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += Math.round(value * scale);
  }
  return sum / scale;
}

/** A number of a column as text, without its unit. */
export function formatShown(column: TableColumn, value: number | null | undefined): string {
  return formatNumber(value, { minDecimals: columnDecimals(column) });
}

/** A cell that is not a number as text. */
export function formatTextCell({ kind }: TableColumn, cell: TableCell | undefined): string {
  if (cell === null || cell === undefined || cell === "") return UNKNOWN;
  if (typeof cell === "object") return cell.text;
  if (kind === "day") return formatDay(String(cell));
  if (kind === "month") return formatMonth(String(cell));
  if (kind === "instantMs") return formatInstant(Number(cell));
  return String(cell);
}

/** A cell for a file: numbers in full precision in the column's unit, the rest as shown. */
export function toTableCsvCell(column: TableColumn, cell: TableCell | undefined): CsvCell {
  if (isNumericColumn(column)) return toUnit(column, cell);
  const text = formatTextCell(column, cell);
  return text === UNKNOWN ? null : text;
}

function columnDecimals({ kind, decimals }: TableColumn): number {
  return decimals ?? DECIMALS[kind] ?? 0;
}

function toUnit(column: TableColumn, cell: TableCell | undefined): number | null {
  if (typeof cell !== "number" || !Number.isFinite(cell)) return null;
  switch (column.kind) {
    case "energyWh":
      return toEnergyUnit(cell, (column.unit as EnergyUnit | undefined) ?? "kWh");
    case "powerW":
      return cell / 1000;
    case "ppm":
      return cell / 10_000;
    case "ratio":
      return cell * 100;
    case "amountCents":
      return cell / 100;
    default:
      return cell;
  }
}

function subtract(whole: number | null, part: number | null | undefined, column: TableColumn): number | null {
  if (whole === null || part === null || part === undefined) return null;
  const scale = 10 ** columnDecimals(column);
  return (Math.round(whole * scale) - Math.round(part * scale)) / scale;
}
