import { parsePrm } from "@/lib/domain/identifiers/parse-prm";
import type { ByteLine } from "@/lib/formats/byte-lines";
import { decodeText } from "@/lib/formats/decode-text";
import type { ProblemLog } from "@/lib/formats/problem-log";
import * as messages from "./annex-5-messages";

/** In place of a consumer: a column of nobody. */
export const NOBODY = -1;

/** The columns of a file of coefficients. */
export type Annex5Header = {
  /** 1-based line of the heading. */
  readonly line: number;
  /** Whether the line is no heading but a row. */
  readonly isMissing: boolean;
  /** What each column is headed, for messages. */
  readonly labels: readonly string[];
  /** Place of the consumer of each column in `prms`, or {@link NOBODY}. */
  readonly consumerOf: Int32Array;
  /** In the order expected, or in the file's where nothing is. (C,) */
  readonly prms: readonly string[];
};

/**
 * Reads the heading of a file of coefficients, `Horodate;<PRM>;<PRM>…`, and sets it against the perimeter.
 *
 * @param expectedPrms - All consumers of the period; null where they are not known.
 * @returns Null, and the reason in the log, when it has no column. Without a heading the columns are nobody's.
 */
export function readAnnex5Header(
  { number: line, bytes }: ByteLine,
  expectedPrms: readonly string[] | null,
  log: ProblemLog,
): Annex5Header | null {
  const [first = "", ...cells] = decodeText(bytes).split(";").map(tidy);
  if (cells.at(-1) === "") cells.pop();
  if (/^\d/.test(first) && !parsePrm(first)) {
    log.error("R4_HEADER_MISSING", { line }, () => messages.headerMissing(line));
    const labels = cells.map((_, column) => `colonne ${column + 2}`);
    const consumerOf = new Int32Array(labels.length).fill(NOBODY);
    return { line, isMissing: true, labels, consumerOf, prms: expectedPrms ?? [] };
  }
  if (cells.length === 0) {
    log.error("R4_NO_COLUMNS", { line }, () => messages.noColumns(line));
    return null;
  }
  if (plain(first) !== "horodate") {
    log.error("R4_FIRST_COLUMN", { line, column: first }, () => messages.firstColumn(line, first));
  }
  const read = cells.map((cell) => readPrm(line, cell, log));
  const prms = expectedPrms ?? [...new Set(read.filter((prm) => prm !== null))];
  const placeOf = new Map(prms.map((prm, place) => [prm, place]));
  const seen = new Set<string>();
  const consumerOf = Int32Array.from(read, (prm) => {
    if (prm === null) return NOBODY;
    if (seen.has(prm)) {
      log.error("R5_PRM_TWICE", { line, column: prm }, () => messages.prmTwice(line, prm));
      return NOBODY;
    }
    seen.add(prm);
    const place = placeOf.get(prm);
    if (place === undefined) {
      log.error("R5_PRM_FOREIGN", { line, column: prm }, () => messages.prmForeign(line, prm));
    }
    return place ?? NOBODY;
  });
  for (const prm of prms) {
    if (!seen.has(prm)) log.error("R5_PRM_MISSING", { line, column: prm }, () => messages.prmMissing(prm));
  }
  return { line, isMissing: false, labels: cells, consumerOf, prms };
}

function readPrm(line: number, cell: string, log: ProblemLog): string | null {
  const place = { line, column: cell };
  const parsed = parsePrm(cell);
  if (!parsed) {
    if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(cell)) {
      log.error("R5_PRM_SCIENTIFIC", place, () => messages.prmScientific(line, cell));
    } else log.error("R5_PRM_UNREADABLE", place, () => messages.prmUnreadable(line, cell));
    return null;
  }
  if (parsed.doubts.includes("zero_lost")) {
    log.warning("R5_PRM_ZERO_LOST", place, () => messages.prmZeroLost(line, parsed.prm));
  }
  return parsed.prm;
}

function tidy(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .trim();
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
