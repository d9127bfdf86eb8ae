import { parseTariffPeriod } from "@/lib/domain/tariffs/parse-tariff-period";
import { decodeText } from "@/lib/formats/decode-text";
import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import { type DelimitedLine, splitDelimitedLines } from "./delimited-lines";
import type { EnergyFileRow } from "./energy-file-row";
import * as messages from "./quantity-messages";
import { readKwh } from "./read-kwh";
import { readQuantityCell } from "./read-quantity-cell";
import { sumKnownEnergy } from "./sum-known-energy";

// A label is a code or a few words: longer, or without a letter, it is something else.
const LABEL = /^(?=.*\p{Letter}).{1,40}$/u;

/** What an energy file holds. */
export type EnergyFileReading = {
  /** In file order; with errors, those that were understood. */
  readonly rows: readonly EnergyFileRow[];
  /** Of all rows; null while one of them is missing or was not understood. [Wh] */
  readonly totalWh: number | null;
  readonly problems: FileProblems;
};

/**
 * Reads an energy file of annexe 6: `HP;134,70;`, one period of the network tariff a line, in kWh; no header.
 *
 * What the energies are (withdrawal, self-consumed…) is in the file's name, or nowhere. A label that is not known
 * keeps its energy, with a warning: it counts in the total. One bad line hides no other.
 *
 * @param bytes - Content of the file, in any encoding {@link decodeText} knows.
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export function readEnergyFile(bytes: Uint8Array): EnergyFileReading {
  const log = new ProblemLog();
  const rows = readRows(splitDelimitedLines(decodeText(bytes)), log);
  const problems = log.problems();
  return {
    rows,
    totalWh: problems.errorCount > 0 ? null : sumKnownEnergy(rows.map(({ energyWh }) => energyWh)),
    problems,
  };
}

function readRows(lines: readonly DelimitedLine[], log: ProblemLog): EnergyFileRow[] {
  const [first] = lines;
  if (!first) {
    log.error("EMPTY_FILE", {}, messages.emptyFile);
    return [];
  }
  if (!lines.some(isUsual)) {
    log.error("NOT_AN_ENERGY_FILE", {}, messages.notAnEnergyFile);
    return [];
  }
  const lineOfLabel = new Map<string, number>();
  const rows: EnergyFileRow[] = [];
  for (const line of lines) {
    if (line === first && isHeader(line)) {
      log.warning("HEADER_IGNORED", { line: line.number }, () =>
        messages.headerIgnored(line.number, line.cells.join(";")),
      );
      continue;
    }
    const row = readRow(line, lineOfLabel, log);
    if (row) rows.push(row);
  }
  return rows;
}

function readRow(line: DelimitedLine, lineOfLabel: Map<string, number>, log: ProblemLog): EnergyFileRow | null {
  const [printed = "", ...cells] = line.cells;
  const place = { line: line.number, column: "poste" };
  const energyWh = readQuantityCell(line, cells, log);
  if (!LABEL.test(printed)) {
    log.error("PERIOD_EMPTY", place, () => messages.periodEmpty(line.number));
    return null;
  }
  const tariffPeriod = parseTariffPeriod(printed);
  const label = tariffPeriod ?? printed;
  const before = lineOfLabel.get(label.toUpperCase());
  if (before !== undefined) {
    log.error("PERIOD_TWICE", place, () => messages.periodTwice(line.number, label, before));
    return null;
  }
  lineOfLabel.set(label.toUpperCase(), line.number);
  if (!tariffPeriod) log.warning("PERIOD_UNKNOWN", place, () => messages.periodUnknown(line.number, label));
  return energyWh === undefined ? null : { label, tariffPeriod, energyWh };
}

// A label and its energy, or a known label with none.
function isUsual({ cells: [label = "", text = ""] }: DelimitedLine): boolean {
  return LABEL.test(label) && (!("error" in readKwh(text)) || (text === "" && parseTariffPeriod(label) !== null));
}

// The convention prints none; a person or a program may add one.
function isHeader({ cells: [label = "", text = ""] }: DelimitedLine): boolean {
  return !/\d/.test(text) && /poste|p[eé]riode|libell[eé]/i.test(label) && text !== "";
}
