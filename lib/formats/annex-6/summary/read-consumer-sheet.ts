import type { Worksheet } from "exceljs";
import type { MeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import { parseTariffPeriod } from "@/lib/domain/tariffs/parse-tariff-period";
import type { TariffPeriod } from "@/lib/domain/tariffs/tariff-period";
import type { ProblemLog } from "@/lib/formats/problem-log";
import * as sheetMessages from "@/lib/formats/workbook/sheet-messages";
import { readSheetTable, type SheetTable, type TableRow } from "@/lib/formats/workbook/sheet-table";
import { ConsumerCollector } from "./consumer-collector";
import { isTotalText } from "./is-total-text";
import { isBlank, readEnergyCell, readIdentifierContent, tellAt } from "./read-summary-cells";
import {
  CONSUMER_COLUMNS,
  CONSUMER_LAYOUT,
  CONSUMER_QUANTITIES,
  type ConsumerField,
  type ConsumerQuantity,
} from "./summary-columns";
import * as messages from "./summary-messages";
import type { ConsumerEnergies, ConsumerSummary } from "./summary-workbook";

type Table = SheetTable<ConsumerField>;
type Row = TableRow<ConsumerField>;

/** A set of columns: the energies of one period, or of the row's own. */
type ColumnSet = {
  readonly period: TariffPeriod | null;
  readonly fields: ReadonlyMap<ConsumerQuantity, ConsumerField>;
};

/**
 * Reads the sheet of the consumers: one row a point, or one a point and tariff period; or the energies of each
 * period in columns of their own.
 *
 * @returns The points that are known, in their order.
 */
export function readConsumerSheet(sheet: Worksheet, log: ProblemLog): readonly ConsumerSummary[] {
  const table = readSheetTable(sheet, CONSUMER_LAYOUT, log);
  if (!table) return [];
  const sets = listColumnSets(table, sheet.name, log);
  const collector = new ConsumerCollector(sheet.name, log);
  let previous: MeasureIdentifier | null = null;
  for (const row of table.rows) {
    if (isTotal(row)) {
      const place = { sheet: sheet.name, line: row.number };
      log.warning("TOTAL_IGNORED", place, () => sheetMessages.totalIgnored(sheet.name, row.number));
      continue;
    }
    const identifier: MeasureIdentifier | null = isContinued(row) ? previous : readIdentifier(row, log);
    previous = identifier;
    for (const set of sets) addEnergies(row, set, { identifier, table, collector, log });
  }
  const consumers = collector.finish();
  if (consumers.length === 0) log.warning("NO_ROW", { sheet: sheet.name }, () => messages.noRow(sheet.name));
  return consumers;
}

function listColumnSets({ columns }: Table, sheet: string, log: ProblemLog): readonly ColumnSet[] {
  const fieldsOf = new Map<TariffPeriod | null, Map<ConsumerQuantity, ConsumerField>>();
  for (const field of columns.keys()) {
    const [base, period = null] = field.split("/") as [string, TariffPeriod?];
    const quantity = CONSUMER_QUANTITIES.find((each) => each === base);
    if (!quantity) continue;
    const fields = fieldsOf.get(period) ?? new Map<ConsumerQuantity, ConsumerField>();
    fieldsOf.set(period, fields.set(quantity, field));
  }
  for (const quantity of CONSUMER_QUANTITIES) {
    if ([...fieldsOf.values()].some((fields) => fields.has(quantity))) continue;
    const column = CONSUMER_COLUMNS.find(({ field }) => field === quantity);
    if (column) log.error("COLUMN_MISSING", { sheet }, () => sheetMessages.columnMissing(sheet, column));
  }
  return Array.from(fieldsOf, ([period, fields]) => ({ period, fields }));
}

// Under the first row of a point, those of its other periods may leave its number out.
function isContinued({ cells }: Row): boolean {
  const identifier = cells.get("identifier");
  const period = cells.get("period");
  return !!identifier && isBlank(identifier) && !!period && !isBlank(period);
}

function readIdentifier(row: Row, log: ProblemLog): MeasureIdentifier | null {
  const cell = row.cells.get("identifier");
  return cell
    ? readIdentifierContent(
        cell,
        tellAt(() => row.place("identifier"), log),
      )
    : null;
}

function isTotal(row: Row): boolean {
  const [id, period, name] = (["identifier", "period", "name"] as const).map((field) => {
    const cell = row.cells.get(field);
    return cell && !isBlank(cell) ? cell.text : null;
  });
  if (id) return isTotalText(id);
  return name ? isTotalText(name) : !period && !hasWords(row);
}

// Headers on two rows: the second names columns that the first merges, and must not pass for a total.
function hasWords({ cells }: Row): boolean {
  return [...cells.values()].some(({ kind, text }) => kind === "text" && !/\d/.test(text));
}

type Context = {
  readonly identifier: MeasureIdentifier | null;
  readonly table: Table;
  readonly collector: ConsumerCollector;
  readonly log: ProblemLog;
};

function addEnergies(row: Row, { period, fields }: ColumnSet, { identifier, table, collector, log }: Context): void {
  const contents = [...fields.values()].map((field) => row.cells.get(field));
  // A consumer has the columns of its own offer: the others are empty, which is no gap.
  if (period !== null && contents.every((cell) => !cell || isBlank(cell))) return;
  const energy = (quantity: ConsumerQuantity) => {
    const field = fields.get(quantity);
    const cell = field && row.cells.get(field);
    if (!(field && cell)) return null;
    return readEnergyCell(
      cell,
      table.columns.get(field)?.found ?? "",
      tellAt(() => row.place(field), log),
    );
  };
  const energies: ConsumerEnergies = {
    withdrawalWh: energy("withdrawal"),
    selfConsumedWh: energy("selfConsumed"),
    complementWh: energy("complement"),
  };
  if (!identifier) return;
  collector.add({ identifier, label: period ?? labelOf(row, log), energies, place: row.place("identifier") });
}

// Null for a row of all periods together.
function labelOf(row: Row, log: ProblemLog): string | null {
  const cell = row.cells.get("period");
  if (!cell || isBlank(cell) || isTotalText(cell.text)) return null;
  const known = parseTariffPeriod(cell.text);
  if (!known) tellAt(() => row.place("period"), log)("warning", "PERIOD_UNKNOWN", messages.periodUnknown(cell.text));
  return known ?? cell.text;
}
