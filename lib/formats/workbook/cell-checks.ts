import type { CellContent } from "./read-cell";

/** Why a cell says nothing that can be read, whatever is expected of it. */
export type CellRefusal = "CELL_EMPTY" | "CELL_UNREADABLE" | "CELL_DATE" | "FORMULA_WITHOUT_RESULT";

/** Why nothing can be read of a cell; null when it holds a text or a number. */
export function refuseCell({ kind, formula }: CellContent): CellRefusal | null {
  if (formula === "without_result") return "FORMULA_WITHOUT_RESULT";
  if (kind === "empty") return "CELL_EMPTY";
  if (kind === "date") return "CELL_DATE";
  return kind === "unreadable" ? "CELL_UNREADABLE" : null;
}

/** An identifier as typed: without the apostrophe put in front for Excel, spaces or points. */
export function digitsOf({ text }: CellContent): string {
  return text.replace(/^['’‘`]/, "").replace(/[\s.]/g, "");
}

/** Whether a number shows an exponent: digits of the identifier are lost. */
export function isScientific({ text }: CellContent): boolean {
  return /^\d+(?:[.,]\d+)?e\+?\d+$/i.test(text.replace(/[\s']/g, ""));
}
