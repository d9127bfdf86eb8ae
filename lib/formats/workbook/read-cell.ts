import type { Cell, CellValue } from "exceljs";

/** What a cell says, once its formula, its colours and its links are left aside. */
export type CellContent = {
  readonly kind: "empty" | "text" | "number" | "date" | "unreadable";
  /** As it would be typed; empty for `empty`. Spaces and line breaks made one space. */
  readonly text: string;
  /** Of `number` only, else `NaN`. A percentage keeps the value Excel has: 0.2334. */
  readonly value: number;
  readonly isPercent: boolean;
  /** A formula that was read by the result kept beside it, or that has none. */
  readonly formula: "none" | "with_result" | "without_result";
};

// Excel takes no more in a cell; another program may write megabytes.
const MAX_TEXT = 32_767;

const EMPTY: CellContent = { kind: "empty", text: "", value: Number.NaN, isPercent: false, formula: "none" };

/**
 * Reads one cell. Under another cell of the same merge and column it says what that one
 * says, as a person sees it; beside it, nothing.
 */
export function readCell(cell: Cell): CellContent {
  if (!cell.isMerged || cell.master === cell) return readValue(cell.value, cell.numFmt);
  return cell.master.col === cell.col ? readValue(cell.master.value, cell.master.numFmt) : EMPTY;
}

function readValue(value: CellValue, format: string | undefined): CellContent {
  if (value === null || value === undefined) return EMPTY;
  if (typeof value === "string") return textContent(value);
  if (typeof value === "number") {
    const isPercent = (format ?? "").replace(/"[^"]*"|\\./g, "").includes("%");
    return { ...EMPTY, kind: "number", text: writeNumber(value), value, isPercent };
  }
  if (typeof value === "boolean") return { ...EMPTY, kind: "unreadable", text: value ? "VRAI" : "FAUX" };
  if (value instanceof Date) return { ...EMPTY, kind: "date", text: frenchDate(value) };
  if ("richText" in value) return textContent(value.richText.map(({ text }) => text).join(""));
  if ("error" in value) return { ...EMPTY, kind: "unreadable", text: value.error };
  if ("formula" in value || "sharedFormula" in value) return readFormula(value.result, format);
  return textContent(String(value.text));
}

function readFormula(result: CellValue | undefined, format: string | undefined): CellContent {
  const content = readValue(result, format);
  return { ...content, formula: content.kind === "empty" ? "without_result" : "with_result" };
}

function textContent(text: string): CellContent {
  const tidy = text
    .slice(0, MAX_TEXT)
    .replace(/[\s\u200b\ufeff]+/g, " ")
    .trim();
  return tidy === "" ? EMPTY : { ...EMPTY, kind: "text", text: tidy };
}

// Above 21 digits JavaScript writes an exponent: no identifier has so many.
function writeNumber(value: number): string {
  return String(value).replace(".", ",");
}

// exceljs gives the day shown by the cell as a UTC date.
function frenchDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? "date" : date.toISOString().slice(0, 10).split("-").reverse().join("/");
}
