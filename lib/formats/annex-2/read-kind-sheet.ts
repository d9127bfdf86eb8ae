import type { Worksheet } from "exceljs";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { ProblemLog } from "@/lib/formats/problem-log";
import { plainKey } from "@/lib/formats/workbook/plain-key";
import { readCell } from "@/lib/formats/workbook/read-cell";
import * as messages from "./annex-2-messages";
import type { Annex2Workbook } from "./annex-2-workbook";

const MAX_ROWS = 100;
const MAX_COLUMNS = 20;

type Management = Annex2Workbook["management"];
type Grid = readonly (readonly string[])[];

/**
 * Reads the sheet "Type de répartition" (the text also says "Modalités"): two choices,
 * each beside or under its name; or, without names, the only such words of the sheet [I].
 *
 * @returns Null for what is absent or not understood, the reason in the log.
 */
export function readKindSheet(
  sheet: Worksheet,
  log: ProblemLog,
): { readonly kind: CoefficientKind | null; readonly management: Management | null } {
  const grid = readGrid(sheet);
  const kind = readChoice(grid, /repartition/, parseKind);
  const management = readChoice(grid, /ajout|retrait|entree|sortie|gestion/, parseManagement);
  const place = { sheet: sheet.name };
  if (kind.value === null) log.error("KIND_UNKNOWN", place, () => messages.kindUnknown(sheet.name, kind.found));
  if (management.value === null) {
    log.error("MANAGEMENT_UNKNOWN", place, () => messages.managementUnknown(sheet.name, management.found));
  }
  return { kind: kind.value, management: management.value };
}

function parseKind(text: string): CoefficientKind | null {
  switch (plainKey(text).replace(/^(?:repartition|cle)+/, "")) {
    case "statique":
      return "static";
    case "dynamiquesimple":
      return "dynamic_simple";
    case "dynamiquefull":
    case "fulldynamique":
      return "dynamic_full";
    case "pardefaut":
    case "defaut":
    case "dynamiquepardefaut":
      return "default";
    default:
      return null;
  }
}

function parseManagement(text: string): Management | null {
  const key = plainKey(text);
  const isHlm = key.includes("hlm");
  const isStandard = /^(?:gestion)?standard$/.test(key);
  // A sentence that names both is an instruction, not an answer.
  if (isHlm && !key.includes("standard")) return "hlm";
  return isStandard ? "standard" : null;
}

function readChoice<T>(
  grid: Grid,
  name: RegExp,
  parse: (text: string) => T | null,
): { readonly value: T | null; readonly found: string | null } {
  const isName = (text: string) => name.test(plainKey(text)) && parse(text) === null;
  const answers = [...listAnswers(grid, isName)];
  const known = answers.find((text) => parse(text) !== null);
  if (known !== undefined) return { value: parse(known), found: known };
  const values = new Set(grid.flat().map(parse));
  values.delete(null);
  const [only = null] = values;
  return { value: values.size === 1 ? only : null, found: answers[0] ?? null };
}

// What stands beside or under a name.
function* listAnswers(grid: Grid, isName: (text: string) => boolean): Generator<string> {
  for (const [row, cells] of grid.entries()) {
    for (const [column, text] of cells.entries()) {
      if (!isName(text)) continue;
      const beside = cells.slice(column + 1).find((each) => each !== "");
      const under = grid[row + 1]?.[column];
      if (beside) yield beside;
      if (under) yield under;
    }
  }
}

function readGrid(sheet: Worksheet): Grid {
  const grid: string[][] = [];
  for (let number = 1; number <= Math.min(sheet.rowCount, MAX_ROWS); number += 1) {
    const row = sheet.getRow(number);
    const columns = Math.min(row.cellCount, MAX_COLUMNS);
    grid.push(Array.from({ length: columns }, (_, index) => readCell(row.getCell(index + 1)).text));
  }
  return grid;
}
