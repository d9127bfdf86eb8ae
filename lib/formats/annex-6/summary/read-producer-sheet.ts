import type { Worksheet } from "exceljs";
import { identifierText } from "@/lib/domain/identifiers/identifier-text";
import type { ProblemLog } from "@/lib/formats/problem-log";
import * as sheetMessages from "@/lib/formats/workbook/sheet-messages";
import { readSheetTable, type SheetTable, type TableRow } from "@/lib/formats/workbook/sheet-table";
import { isTotalText } from "./is-total-text";
import { isBlank, readEnergyCell, readIdentifierContent, tellAt } from "./read-summary-cells";
import { PRODUCER_LAYOUT, type ProducerField } from "./summary-columns";
import * as messages from "./summary-messages";
import type { ProducerSummary } from "./summary-workbook";

type Row = TableRow<ProducerField>;

/** Reads the sheet of the producers: the rows whose point is known, in their order. */
export function readProducerSheet(sheet: Worksheet, log: ProblemLog): readonly ProducerSummary[] {
  const table = readSheetTable(sheet, PRODUCER_LAYOUT, log);
  if (!table) return [];
  const lineOfId = new Map<string, number>();
  const producers: ProducerSummary[] = [];
  for (const row of table.rows) {
    if (isTotal(row)) {
      const place = { sheet: sheet.name, line: row.number };
      log.warning("TOTAL_IGNORED", place, () => sheetMessages.totalIgnored(sheet.name, row.number));
      continue;
    }
    const producer = readRow(row, table, log);
    if (producer && !isDuplicate(producer, row, lineOfId, log)) producers.push(producer);
  }
  if (producers.length === 0) log.warning("NO_ROW", { sheet: sheet.name }, () => messages.noRow(sheet.name));
  return producers;
}

function readRow(row: Row, table: SheetTable<ProducerField>, log: ProblemLog): ProducerSummary | null {
  const idField = idFieldOf(row);
  const idCell = row.cells.get(idField);
  const identifier = idCell
    ? readIdentifierContent(
        idCell,
        tellAt(() => row.place(idField), log),
      )
    : null;
  if (!idCell) {
    const place = { sheet: row.place(idField).sheet, line: row.number };
    log.error("IDENTIFIER_EMPTY", place, () => sheetMessages.cell(row.place(idField), messages.identifierEmpty));
  }
  const energy = (field: "injection" | "selfProduced" | "surplus") => {
    const cell = row.cells.get(field);
    const header = table.columns.get(field)?.found ?? "";
    return cell
      ? readEnergyCell(
          cell,
          header,
          tellAt(() => row.place(field), log),
        )
      : null;
  };
  const energies = {
    injectionWh: energy("injection"),
    selfProducedWh: energy("selfProduced"),
    surplusWh: energy("surplus"),
  };
  return identifier && { identifier, ...energies };
}

// The reference of its contract names a producer where no PRM does.
function idFieldOf({ cells }: Row): "identifier" | "contract" {
  const prm = cells.get("identifier");
  return cells.has("contract") && (!prm || isBlank(prm)) ? "contract" : "identifier";
}

function isTotal(row: Row): boolean {
  const id = row.cells.get(idFieldOf(row));
  const name = row.cells.get("name");
  if (id && !isBlank(id)) return isTotalText(id.text);
  return name && !isBlank(name) ? isTotalText(name.text) : true;
}

function isDuplicate(
  { identifier }: ProducerSummary,
  row: Row,
  lineOfId: Map<string, number>,
  log: ProblemLog,
): boolean {
  const id = identifierText(identifier);
  const first = lineOfId.get(id);
  lineOfId.set(id, first ?? row.number);
  if (first === undefined) return false;
  const { sheet, line, column } = row.place("identifier");
  log.error("PRM_TWICE", { sheet, line, column }, () => sheetMessages.duplicatePrm(sheet, id, first, line));
  return true;
}
