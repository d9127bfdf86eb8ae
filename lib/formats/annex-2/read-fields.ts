import { isInjectionContract } from "@/lib/domain/identifiers/is-injection-contract";
import { isRna } from "@/lib/domain/identifiers/is-rna";
import { isSiret } from "@/lib/domain/identifiers/is-siret";
import { parsePrm } from "@/lib/domain/identifiers/parse-prm";
import { digitsOf, isScientific, refuseCell } from "@/lib/formats/workbook/cell-checks";
import type { CellContent } from "@/lib/formats/workbook/read-cell";

/** A value, with what its author should know of it; or why there is none. */
export type FieldReading<T> =
  | { readonly value: T; readonly warnings: readonly FieldWarning[] }
  | { readonly error: FieldError };

/** A value that was mended, or that should be looked at. */
export type FieldWarning =
  | "PRM_ZERO_LOST"
  | "PRM_UNUSUAL"
  | "CONTRACT_ZERO_LOST"
  | "LEGAL_ID_ZERO_LOST"
  | "COEFFICIENT_CUT"
  | "POWER_UNUSUAL";

/** Why a cell has no value. */
export type FieldError =
  | "CELL_EMPTY"
  | "CELL_UNREADABLE"
  | "CELL_DATE"
  | "FORMULA_WITHOUT_RESULT"
  | "SCIENTIFIC_NOTATION"
  | "TEXT_TOO_LONG"
  | "PRM_INVALID"
  | "LEGAL_ID_INVALID"
  | "LEGAL_ID_SIREN"
  | "CONTRACT_INVALID"
  | "EMAIL_INVALID"
  | "COEFFICIENT_INVALID"
  | "POWER_INVALID";

const MAX_TEXT = 300;
const MAX_POWER_W = 1e9;
// No installation of an operation may pass it today, even under the EPCI derogation.
const UNUSUAL_POWER_W = 10e6;
const PPM_PER_PERCENT = 10_000;
const MAX_PPM = 1_000_000;
const W_PER_UNIT: Readonly<Record<string, number>> = { "": 1_000, w: 1, kw: 1_000, mw: 1_000_000 };

/** A name or an address. */
export function readText(cell: CellContent): FieldReading<string> {
  const error = refuseCell(cell);
  if (error) return { error };
  const text = cell.text.replace(/^'/, "").trim();
  if (text === "") return { error: "CELL_EMPTY" };
  return text.length > MAX_TEXT ? { error: "TEXT_TOO_LONG" } : accept(text);
}

/** A PRM of 14 digits; 13 of them lost a zero in a numeric cell. */
export function readPrm(cell: CellContent): FieldReading<string> {
  const error = refuseCell(cell);
  if (error) return { error };
  const point = parsePrm(digitsOf(cell));
  if (!point) return { error: isScientific(cell) ? "SCIENTIFIC_NOTATION" : "PRM_INVALID" };
  const warnings: FieldWarning[] = [];
  if (point.doubts.includes("zero_lost")) warnings.push("PRM_ZERO_LOST");
  else if (point.doubts.includes("unusual_check_digits")) warnings.push("PRM_UNUSUAL");
  return { value: point.prm, warnings };
}

/** A SIRET or an RNA; null when the cell is empty, which a resident's is. */
export function readLegalId(cell: CellContent): FieldReading<string | null> {
  if (cell.kind === "empty" && cell.formula === "none") return accept(null);
  const error = refuseCell(cell);
  if (error) return { error };
  const id = digitsOf(cell).toUpperCase();
  if (isSiret(id) || isRna(id)) return accept(id);
  const padded = id.padStart(14, "0");
  if (/^\d{12,13}$/.test(id) && isSiret(padded)) return { value: padded, warnings: ["LEGAL_ID_ZERO_LOST"] };
  if (isScientific(cell)) return { error: "SCIENTIFIC_NOTATION" };
  return { error: /^\d{9}$/.test(id) ? "LEGAL_ID_SIREN" : "LEGAL_ID_INVALID" };
}

/** The reference of an injection contract: 10 digits, fewer in a numeric cell that lost its zeros. */
export function readInjectionContract(cell: CellContent): FieldReading<string> {
  const error = refuseCell(cell);
  if (error) return { error };
  const digits = digitsOf(cell);
  if (isInjectionContract(digits)) return accept(digits);
  if (cell.kind === "number" && /^[1-9]\d{0,8}$/.test(digits)) {
    return { value: digits.padStart(10, "0"), warnings: ["CONTRACT_ZERO_LOST"] };
  }
  return { error: isScientific(cell) ? "SCIENTIFIC_NOTATION" : "CONTRACT_INVALID" };
}

/** One e-mail address: an @, and a dot after it. */
export function readEmail(cell: CellContent): FieldReading<string> {
  const text = readText(cell);
  if ("error" in text) return text;
  const email = text.value.replace(/^mailto:/i, "");
  return /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/.test(email) ? accept(email) : { error: "EMAIL_INVALID" };
}

/** A percentage from 0 to 100 in parts per million, cut after four decimals so that no sum grows; null when empty. */
export function readCoefficient(cell: CellContent): FieldReading<number | null> {
  if (cell.kind === "empty" && cell.formula === "none") return accept(null);
  const error = refuseCell(cell);
  if (error) return { error };
  const percent = cell.kind === "number" ? { value: cell.value * (cell.isPercent ? 100 : 1) } : parsePercent(cell.text);
  if (!percent) return { error: "COEFFICIENT_INVALID" };
  const exact = percent.value * PPM_PER_PERCENT;
  // Binary fractions: 0.2334 × 100 × 10 000 is not quite 233 400.
  const nearest = Math.round(exact);
  const isExact = Math.abs(exact - nearest) < 1e-4;
  const ppm = isExact ? nearest : Math.floor(exact);
  if (!(ppm >= 0 && Math.ceil(exact - 1e-4) <= MAX_PPM)) return { error: "COEFFICIENT_INVALID" };
  return { value: ppm, warnings: isExact ? [] : ["COEFFICIENT_CUT"] };
}

/** A power in kW, or in the unit written behind it. [W] */
export function readPeakPower(cell: CellContent): FieldReading<number> {
  const error = refuseCell(cell);
  if (error) return { error };
  const match = /^'?(\d+(?:[.,]\d+)?)(?:([kKmM]?[wW])[cCpP]?)?$/.exec(cell.text.replace(/\s/g, ""));
  const [, number = "", unit = ""] = match ?? [];
  const powerW = Math.round(Number(number.replace(",", ".")) * (W_PER_UNIT[unit.toLowerCase()] ?? Number.NaN));
  if (!match || !(powerW > 0 && powerW <= MAX_POWER_W)) return { error: "POWER_INVALID" };
  return { value: powerW, warnings: powerW > UNUSUAL_POWER_W ? ["POWER_UNUSUAL"] : [] };
}

function accept<T>(value: T): { value: T; warnings: readonly FieldWarning[] } {
  return { value, warnings: [] };
}

function parsePercent(text: string): { readonly value: number } | null {
  const match = /^'?(\d{1,3}(?:[.,]\d+)?)%?$/.exec(text.replace(/\s/g, ""));
  return match ? { value: Number((match[1] as string).replace(",", ".")) } : null;
}
