import type { Worksheet } from "exceljs";
import { settlementRates } from "@/lib/domain/settlement/settlement-rates";
import type { ProblemLog } from "@/lib/formats/problem-log";
import type { CellPlace } from "@/lib/formats/workbook/cell-place";
import { plainKey } from "@/lib/formats/workbook/plain-key";
import { type CellContent, readCell } from "@/lib/formats/workbook/read-cell";
import * as sheetMessages from "@/lib/formats/workbook/sheet-messages";
import { isBlank, readEnergyCell, refuseUnreadable, tellAt } from "./read-summary-cells";
import * as messages from "./summary-messages";
import type { OperationSummary } from "./summary-workbook";

const MAX_ROWS = 200;
const MAX_COLUMNS = 50;
const MAX_LABEL = 150;
// Beside a label: its unit, then its value.
const ANSWER_CELLS = 3;

type Indicator = keyof OperationSummary;
type Rate = "selfConsumptionRate" | "selfProductionRate" | "coverageRate";
type GridCell = { readonly content: CellContent; readonly place: CellPlace };
type Grid = readonly (readonly GridCell[])[];
/** A value, and all that is written around it about its unit. */
type Answer = GridCell & { readonly header: string };

/** Indicators as we write them, in the order of the convention. */
export const INDICATOR_LABELS: Readonly<Record<Indicator, string>> = {
  withdrawalWh: "Consommation totale des participants",
  productionWh: "Production totale",
  selfConsumedWh: "Autoconsommation totale",
  surplusWh: "Surplus collectif",
  selfConsumptionRate: "Taux d'autoconsommation",
  selfProductionRate: "Taux d'autoproduction",
  coverageRate: "Taux de couverture",
};

// In order, the first that holds: a rate is named after energies.
const MEANINGS: readonly (readonly [RegExp, Indicator])[] = [
  [/taux.*autoconso/, "selfConsumptionRate"],
  [/taux.*autoprod/, "selfProductionRate"],
  [/couverture/, "coverageRate"],
  [/surplus/, "surplusWh"],
  [/autoconso|autoprod/, "selfConsumedWh"],
  [/production|inject/, "productionWh"],
  [/consommation|soutirage/, "withdrawalWh"],
];

/**
 * Reads the indicators of an operation: each stands beside or under its name, wherever that is.
 *
 * @returns Null for what is absent or not understood, told in the log.
 */
export function readOperationSheet(sheet: Worksheet, log: ProblemLog): OperationSummary {
  if (sheet.state !== "visible") {
    log.warning("SHEET_HIDDEN", { sheet: sheet.name }, () => sheetMessages.sheetHidden(sheet.name));
  }
  const grid = readGrid(sheet);
  const find = (indicator: Indicator) => {
    const answer = findAnswer(grid, indicator);
    if (!answer) {
      const label = INDICATOR_LABELS[indicator];
      log.warning("INDICATOR_MISSING", { sheet: sheet.name }, () => messages.indicatorMissing(sheet.name, label));
    }
    return answer;
  };
  const energy = (indicator: Indicator) => {
    const answer = find(indicator);
    return (
      answer &&
      readEnergyCell(
        answer.content,
        answer.header,
        tellAt(() => answer.place, log),
      )
    );
  };
  const energies = {
    withdrawalWh: energy("withdrawalWh"),
    productionWh: energy("productionWh"),
    selfConsumedWh: energy("selfConsumedWh"),
    surplusWh: energy("surplusWh"),
  };
  const expected = expectedRates(energies);
  const rate = (indicator: Rate) => {
    const answer = find(indicator);
    return answer && readRate(answer, expected[indicator], log);
  };
  return {
    ...energies,
    selfConsumptionRate: rate("selfConsumptionRate"),
    selfProductionRate: rate("selfProductionRate"),
    coverageRate: rate("coverageRate"),
  };
}

function readGrid(sheet: Worksheet): Grid {
  const grid: GridCell[][] = [];
  for (let line = 1; line <= Math.min(sheet.rowCount, MAX_ROWS); line += 1) {
    const row = sheet.getRow(line);
    const cells: GridCell[] = [];
    for (let number = 1; number <= Math.min(row.cellCount, MAX_COLUMNS); number += 1) {
      const { letter } = sheet.getColumn(number);
      cells.push({
        content: readCell(row.getCell(number)),
        place: { sheet: sheet.name, line, column: letter, letter },
      });
    }
    grid.push(cells);
  }
  return grid;
}

function meaningOf({ content: { kind, text } }: GridCell): Indicator | null {
  if (kind !== "text" || text.length > MAX_LABEL) return null;
  const key = plainKey(text);
  return MEANINGS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

// A title has no value: the first name that has one.
function findAnswer(grid: Grid, indicator: Indicator): Answer | null {
  for (const [row, cells] of grid.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (meaningOf(cell) !== indicator) continue;
      const answer = answerBeside(cells, column) ?? answerUnder(cell, grid[row + 1]?.[column]);
      if (answer) return answer;
    }
  }
  return null;
}

function answerBeside(cells: readonly GridCell[], column: number): Answer | null {
  const written = cells.slice(column + 1).filter(({ content }) => !isEmpty(content));
  const end = written.findIndex((cell) => meaningOf(cell) !== null);
  const beside = written.slice(0, end < 0 ? ANSWER_CELLS : Math.min(end, ANSWER_CELLS));
  const value = beside.find(isValue);
  const texts = [cells[column], ...beside.filter((cell) => cell !== value)].map((cell) => cell?.content.text ?? "");
  return value ? { ...value, header: texts.join(" ") } : null;
}

function answerUnder(label: GridCell, under: GridCell | undefined): Answer | null {
  return under && isValue(under) ? { ...under, header: label.content.text } : null;
}

function isValue({ content }: GridCell): boolean {
  if (content.kind === "text") return /^'?[+-]?\d/.test(content.text) || isBlank(content);
  return !isEmpty(content);
}

function isEmpty({ kind, formula }: CellContent): boolean {
  return kind === "empty" && formula !== "without_result";
}

function readRate({ content, place, header }: Answer, expected: number | null, log: ProblemLog): number | null {
  const tell = tellAt(() => place, log);
  if (isBlank(content) || refuseUnreadable(content, tell)) return null; // 0 divided by 0 has no rate
  const match = /^'?(\d+(?:[.,]\d+)?)(%?)$/.exec(content.text.replace(/\s/g, ""));
  const [, digits = "", sign = ""] = match ?? [];
  const value = content.kind === "number" ? content.value : Number(digits.replace(",", "."));
  if (!(match || content.kind === "number") || !(value >= 0)) {
    tell("error", "RATE_INVALID", messages.rateInvalid(content.text));
    return null;
  }
  if (content.isPercent) return value;
  if (sign === "%" || header.includes("%")) return value / 100;
  if (value === 0) return 0;
  if (expected === null) {
    tell("warning", "RATE_AMBIGUOUS", messages.rateAmbiguous(content.text));
    return null;
  }
  // A bare number: the reading that the energies beside it confirm.
  return Math.abs(value - expected) <= Math.abs(value / 100 - expected) ? value : value / 100;
}

function expectedRates(energies: Pick<OperationSummary, "withdrawalWh" | "productionWh" | "selfConsumedWh">) {
  const { withdrawalWh, productionWh, selfConsumedWh } = energies;
  if (withdrawalWh === null || productionWh === null || selfConsumedWh === null) {
    return { selfConsumptionRate: null, selfProductionRate: null, coverageRate: null };
  }
  return settlementRates({ withdrawalWh, productionWh, selfConsumedWh });
}
