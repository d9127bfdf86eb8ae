import { isAccNumber } from "@/lib/domain/identifiers/is-acc-number";
import type { Period } from "@/lib/domain/time/period";
import { parseDatedFileName, writeDatedFileName } from "@/lib/formats/annex-6/dated-file-name";

/** What the name of a summary workbook says: `ACC00000112_01012024_31012024.xlsx`. */
export type SummaryFileName = { readonly accNumber: string; readonly period: Period };

// " (1)" is what a browser adds to a file received twice.
const REST = /^(?: ?\(\d+\))?\.xls[xmb]?$/i;

/**
 * Reads the name of a summary workbook.
 *
 * @param path - Name of the file; folders before it are ignored.
 * @returns Null when the name has another shape, impossible dates or reversed ones.
 * @see Convention Enedis-FOR-CF_01E, annexe 6, 11.6.1.3.
 */
export function parseSummaryFileName(path: string): SummaryFileName | null {
  const dated = parseDatedFileName(path);
  const accNumber = dated?.id.toUpperCase() ?? "";
  return dated && isAccNumber(accNumber) && REST.test(dated.rest) ? { accNumber, period: dated.period } : null;
}

/** The name of a summary workbook, as {@link parseSummaryFileName} reads it. */
export function writeSummaryFileName({ accNumber, period }: SummaryFileName): string {
  return `${writeDatedFileName(accNumber, period)}.xlsx`;
}
