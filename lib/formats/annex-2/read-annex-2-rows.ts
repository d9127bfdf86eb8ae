import type { ProblemLog } from "@/lib/formats/problem-log";
import { quote } from "@/lib/formats/quote";
import type { CellContent } from "@/lib/formats/workbook/read-cell";
import * as sheetMessages from "@/lib/formats/workbook/sheet-messages";
import type { SheetTable, TableRow } from "@/lib/formats/workbook/sheet-table";
import type { Annex2Field } from "./annex-2-columns";
import * as messages from "./annex-2-messages";
import type { Annex2Consumer, Annex2Producer } from "./annex-2-workbook";
import { ERROR_MESSAGES, WARNING_MESSAGES } from "./field-messages";
import {
  type FieldReading,
  readCoefficient,
  readEmail,
  readInjectionContract,
  readLegalId,
  readPeakPower,
  readPrm,
  readText,
} from "./read-fields";

type Table = SheetTable<Annex2Field>;
type Row = TableRow<Annex2Field>;

/** The consumers of a sheet: the rows that were understood whole. */
export function readConsumers(table: Table, sheet: string, isStatic: boolean, log: ProblemLog): Annex2Consumer[] {
  const needsCoefficient = isStatic && table.columns.has("coefficient");
  return readRows(table, sheet, log, (read) => {
    const identity = readIdentity(read);
    const coefficientPpm = read("coefficient", (cell) =>
      needsCoefficient && cell.kind === "empty" && cell.formula === "none"
        ? { error: "CELL_EMPTY" }
        : readCoefficient(cell),
    );
    if (!identity || (needsCoefficient && coefficientPpm === undefined)) return null;
    return { ...identity, coefficientPpm: coefficientPpm ?? null };
  });
}

/** The producers of a sheet: the rows that were understood whole. */
export function readProducers(table: Table, sheet: string, log: ProblemLog): Annex2Producer[] {
  return readRows(table, sheet, log, (read) => {
    const identity = readIdentity(read);
    const email = read("email", readEmail);
    const injectionContract = read("injectionContract", readInjectionContract);
    const peakPowerW = read("peakPower", readPeakPower);
    if (!identity || email === undefined || injectionContract === undefined || peakPowerW === undefined) return null;
    return { ...identity, email, injectionContract, peakPowerW };
  });
}

/** Reads one field of the current row; undefined, and the reason in the log, when it has no value. */
type ReadField = <T>(field: Annex2Field, parse: (cell: CellContent) => FieldReading<T>) => T | undefined;

function readIdentity(read: ReadField) {
  const name = read("name", readText);
  const legalId = read("legalId", readLegalId);
  const address = read("address", readText);
  const prm = read("prm", readPrm);
  if (name === undefined || legalId === undefined || address === undefined || prm === undefined) return null;
  return { name, legalId, address, prm };
}

function readRows<T extends { readonly legalId: string | null }>(
  table: Table,
  sheet: string,
  log: ProblemLog,
  readRow: (read: ReadField) => T | null,
): T[] {
  const found: T[] = [];
  const lineOfPrm = new Map<string, number>();
  const residentLines: number[] = [];
  for (const row of table.rows) {
    if (isTotal(row)) {
      log.warning("TOTAL_IGNORED", { sheet, line: row.number }, () => sheetMessages.totalIgnored(sheet, row.number));
      continue;
    }
    const value = readRow((field, parse) => readField(row, field, parse, log));
    noteDuplicate(row, sheet, lineOfPrm, log);
    if (!value) continue;
    if (value.legalId === null) residentLines.push(row.number);
    found.push(value);
  }
  if (residentLines.length > 0) log.warning("RESIDENTS", { sheet }, () => messages.residents(sheet, residentLines));
  return found;
}

function readField<T>(
  row: Row,
  field: Annex2Field,
  parse: (cell: CellContent) => FieldReading<T>,
  log: ProblemLog,
): T | undefined {
  const cell = row.cells.get(field);
  if (!cell) return undefined; // the column is missing: told once
  const reading = parse(cell);
  const { letter: _, ...where } = row.place(field);
  const tell = (what: string) => sheetMessages.cell(row.place(field), what);
  const text = quote(cell.text);
  if ("error" in reading) {
    log.error(reading.error, where, () => tell(ERROR_MESSAGES[reading.error](text, field)));
    return undefined;
  }
  if (cell.formula === "with_result") {
    log.warning("FORMULA_READ", where, () => sheetMessages.formulaRead(row.place(field), text));
  }
  for (const code of reading.warnings) log.warning(code, where, () => tell(WARNING_MESSAGES[code](text)));
  return reading.value;
}

// On all rows, those with another error too: both mistakes are told at once.
function noteDuplicate(row: Row, sheet: string, lineOfPrm: Map<string, number>, log: ProblemLog): void {
  const cell = row.cells.get("prm");
  const reading = cell ? readPrm(cell) : null;
  if (!reading || "error" in reading) return;
  const { value: prm } = reading;
  const first = lineOfPrm.get(prm);
  if (first === undefined) {
    lineOfPrm.set(prm, row.number);
    return;
  }
  const { line, column } = row.place("prm");
  log.error("PRM_TWICE", { sheet, line, column }, () => sheetMessages.duplicatePrm(sheet, prm, first, row.number));
}

// What people put under a column of numbers: nothing says who or which point.
function isTotal({ cells }: Row): boolean {
  const isAbsent = (field: Annex2Field) => (cells.get(field)?.kind ?? "empty") === "empty";
  const name = cells.get("name")?.text ?? "";
  const hasNumber = !(isAbsent("coefficient") && isAbsent("peakPower"));
  return isAbsent("prm") && isAbsent("address") && hasNumber && (name === "" || /^(?:sous-)?total|^somme/i.test(name));
}
