import { identifierText } from "@/lib/domain/identifiers/identifier-text";
import { decodeText } from "@/lib/formats/decode-text";
import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import { type DelimitedLine, splitDelimitedLines } from "./delimited-lines";
import type { ProducerDetailRow } from "./producer-detail-row";
import * as messages from "./quantity-messages";
import { readIdentifierCell } from "./read-identifier-cell";
import { readKwh } from "./read-kwh";
import { readQuantityCell } from "./read-quantity-cell";
import { sumKnownEnergy } from "./sum-known-energy";
import { writeKwh } from "./write-kwh";

const HEADERS = [
  { pattern: /prm|pdl/i, name: "PRM CONS" },
  { pattern: /kwh|autoconso|autoprod|quantit/i, name: "AUTOCONSO (kWh)" },
] as const;
const TOTAL = /^(?:sous-)?total|^somme/i;
// Half of the last decimal of a value.
const ROUNDING_WH = 5;

type Columns = { readonly consumer: number; readonly energy: number };

/** What a producer's detail holds. */
export type ProducerDetailReading = {
  /** In file order; with errors, those that were understood. */
  readonly rows: readonly ProducerDetailRow[];
  /** Of all rows; null while one of them is missing or was not understood. [Wh] */
  readonly totalWh: number | null;
  readonly problems: FileProblems;
};

/**
 * Reads the detail, by consumer, of what a producer shared: `PRM CONS;AUTOCONSO (kWh)`, then one consumer a line.
 *
 * Whose file it is stands in its name, or nowhere. A line of total is compared with the sum and left aside. One bad
 * line hides no other.
 *
 * @param bytes - Content of the file, in any encoding {@link decodeText} knows.
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export function readProducerDetailFile(bytes: Uint8Array): ProducerDetailReading {
  const log = new ProblemLog();
  const lines = splitDelimitedLines(decodeText(bytes));
  const columns = findColumns(lines, log);
  if (!columns) return { rows: [], totalWh: null, problems: log.problems() };

  const data = lines.slice(columns.hasHeader ? 1 : 0);
  const totals = data.filter(({ cells }) => TOTAL.test(cells[columns.consumer] ?? ""));
  const lineOfPrm = new Map<string, number>();
  const rows = data
    .filter((line) => !totals.includes(line))
    .map((line) => readRow(line, columns, lineOfPrm, log))
    .filter((row) => row !== null);
  if (data.length === totals.length) log.warning("NO_ROW", {}, messages.noRow);
  const totalWh = log.problems().errorCount > 0 ? null : sumKnownEnergy(rows.map(({ energyWh }) => energyWh));
  for (const line of totals) compareTotal(line, columns, { totalWh, count: rows.length }, log);
  return { rows, totalWh, problems: log.problems() };
}

function findColumns(
  [first]: readonly DelimitedLine[],
  log: ProblemLog,
): (Columns & { readonly hasHeader: boolean }) | null {
  if (!first) {
    log.error("EMPTY_FILE", {}, messages.emptyFile);
    return null;
  }
  const place = { line: first.number };
  const [consumer = -1, energy = -1] = HEADERS.map(({ pattern }) =>
    first.cells.findIndex((cell) => pattern.test(cell)),
  );
  if (consumer >= 0 && energy >= 0 && consumer !== energy) return { consumer, energy, hasHeader: true };
  if (consumer < 0 && energy < 0) {
    const isData = /^'?\d{13,14}$/.test(first.cells[0] ?? "") && !("error" in readKwh(first.cells[1] ?? ""));
    if (isData) log.warning("HEADER_MISSING", place, messages.headerMissing);
    else log.error("NOT_A_DETAIL", place, messages.notADetail);
    return isData ? { consumer: 0, energy: 1, hasHeader: false } : null;
  }
  const { name } = HEADERS[consumer < 0 ? 0 : 1];
  log.error("COLUMN_MISSING", place, () => messages.columnMissing(name));
  return null;
}

function readRow(
  line: DelimitedLine,
  columns: Columns,
  lineOfPrm: Map<string, number>,
  log: ProblemLog,
): ProducerDetailRow | null {
  const place = { line: line.number, column: "PRM" };
  const consumer = readIdentifierCell(line.cells[columns.consumer] ?? "", place, log);
  const energyWh = readQuantityCell(line, quantityCells(line, columns), log);
  if (!consumer) return null;
  const prm = identifierText(consumer);
  const before = lineOfPrm.get(prm);
  if (before !== undefined) {
    log.error("PRM_TWICE", place, () => messages.prmTwice(line.number, prm, before));
    return null;
  }
  lineOfPrm.set(prm, line.number);
  return energyWh === undefined ? null : { consumer, energyWh };
}

// A value cut in two by a decimal `;`, or a column more, must not pass unseen.
function quantityCells({ cells }: DelimitedLine, { consumer, energy }: Columns): string[] {
  return [cells[energy] ?? "", ...cells.filter((_, index) => index !== consumer && index !== energy)];
}

function compareTotal(
  line: DelimitedLine,
  columns: Columns,
  sum: { readonly totalWh: number | null; readonly count: number },
  log: ProblemLog,
): void {
  const place = { line: line.number };
  log.warning("TOTAL_IGNORED", place, () => messages.totalIgnored(line.number));
  const { totalWh } = sum;
  const announced = readKwh(line.cells[columns.energy] ?? "");
  if (totalWh === null || "error" in announced) return;
  const { energyWh } = announced;
  if (Math.abs(energyWh - totalWh) <= ROUNDING_WH * (sum.count + 1)) return;
  log.warning("TOTAL_DIFFERS", place, () => messages.totalDiffers(line.number, writeKwh(energyWh), writeKwh(totalWh)));
}
