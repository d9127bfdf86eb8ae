import {
  classifyMeasureIdentifier,
  type MeasureIdentifier,
} from "@/lib/domain/identifiers/classify-measure-identifier";
import { identifierText } from "@/lib/domain/identifiers/identifier-text";
import { KWH_MESSAGES } from "@/lib/formats/annex-6/kwh-messages";
import { readKwh, WH_EXPONENTS } from "@/lib/formats/annex-6/read-kwh";
import type { ProblemLog } from "@/lib/formats/problem-log";
import { quote } from "@/lib/formats/quote";
import { digitsOf, isScientific, refuseCell } from "@/lib/formats/workbook/cell-checks";
import { CELL_MESSAGES } from "@/lib/formats/workbook/cell-messages";
import type { CellPlace } from "@/lib/formats/workbook/cell-place";
import type { CellContent } from "@/lib/formats/workbook/read-cell";
import * as sheetMessages from "@/lib/formats/workbook/sheet-messages";
import * as messages from "./summary-messages";

// What a program or a person writes for "nothing to say".
const PLACEHOLDER = /^(?:[-–—/]+|n\.?[acd]\.?|n\/[acd])$/i;
// Beyond, a decimal of a cell is what binary fractions add.
const CELL_DECIMALS = 9;
const MAX_QUICK_WH = 1e11;

type Tell = (severity: "error" | "warning", code: string, what: string) => void;

/** How a cell's problems are told: where it is, which is asked for only then, and what is wrong. */
export function tellAt(placeOf: () => CellPlace, log: ProblemLog): Tell {
  return (severity, code, what) => {
    const { letter, ...place } = placeOf();
    log[severity](code, place, () => sheetMessages.cell({ ...place, letter }, what));
  };
}

/** Whether a cell says that it has nothing to say. */
export function isBlank({ kind, text, formula }: CellContent): boolean {
  return formula !== "without_result" && (kind === "empty" || (kind === "text" && PLACEHOLDER.test(text)));
}

/** Why nothing can be read of a cell that is not blank: told, and true. */
export function refuseUnreadable(cell: CellContent, tell: Tell): boolean {
  const refusal = refuseCell(cell);
  if (!refusal || refusal === "CELL_EMPTY") return false;
  tell("error", refusal, CELL_MESSAGES[refusal](quote(cell.text)));
  return true;
}

/**
 * Reads an energy, a number or a text.
 *
 * @param header - Says the unit; kWh where it says none.
 * @returns Null, and the reason in the log, when the cell is empty or cannot be read. [Wh]
 */
export function readEnergyCell(cell: CellContent, header: string, tell: Tell): number | null {
  if (isBlank(cell)) {
    tell("warning", "VALUE_MISSING", messages.valueMissing);
    return null;
  }
  if (refuseUnreadable(cell, tell)) return null;
  const exponent = exponentOf(header);
  const wholeWh = Math.round(cell.value * 10 ** exponent);
  // The number of a cell is most often a whole count of Wh: no need to write it out.
  if (wholeWh >= 0 && wholeWh <= MAX_QUICK_WH && wholeWh / 10 ** exponent === cell.value) return wholeWh + 0; // no -0
  const text = cell.kind === "number" ? decimalText(cell.value) : cell.text.replace(/^'/, "");
  const reading = readKwh(text, exponent);
  if (!("error" in reading)) return reading.energyWh;
  tell("error", reading.error, KWH_MESSAGES[reading.error](quote(cell.text)));
  return null;
}

/** Reads the identifier of a point: numbers get back the zeros they lost. */
export function readIdentifierContent(cell: CellContent, tell: Tell): MeasureIdentifier | null {
  if (isBlank(cell)) {
    tell("error", "IDENTIFIER_EMPTY", messages.identifierEmpty);
    return null;
  }
  if (refuseUnreadable(cell, tell)) return null;
  if (isScientific(cell)) {
    tell("error", "SCIENTIFIC_NOTATION", CELL_MESSAGES.SCIENTIFIC_NOTATION(quote(cell.text)));
    return null;
  }
  const digits = digitsOf(cell);
  // A contract in a numeric cell; a PRM has one zero in front at most [I].
  const isShort = cell.kind === "number" && /^[1-9]\d{5,8}$/.test(digits);
  const identifier = classifyMeasureIdentifier(isShort ? digits.padStart(10, "0") : digits);
  if (identifier.kind === "operation") {
    tell("error", "IDENTIFIER_OPERATION", messages.identifierOperation(digits));
    return null;
  }
  if (identifier.kind === "unknown") tell("warning", "IDENTIFIER_UNKNOWN", messages.identifierUnknown(cell.text));
  else if (identifierText(identifier) !== digits.toUpperCase()) {
    tell("warning", "ZERO_LOST", messages.zeroLost(digits, identifierText(identifier)));
  }
  return identifier;
}

// As it would be typed: 0.1 + 0.2 is 0,3.
function decimalText(value: number): string {
  const text = String(value);
  const decimals = text.split(".")[1]?.length ?? 0;
  return (text.includes("e") || decimals > CELL_DECIMALS ? value.toFixed(CELL_DECIMALS) : text).replace(".", ",");
}

function exponentOf(header: string): 0 | 3 | 6 {
  const [, prefix] = /(?<![a-z])([km]?)wh(?![a-z])/i.exec(header) ?? [];
  switch (prefix?.toLowerCase()) {
    case "":
      return WH_EXPONENTS.Wh;
    case "m":
      return WH_EXPONENTS.MWh;
    default:
      return WH_EXPONENTS.kWh;
  }
}
