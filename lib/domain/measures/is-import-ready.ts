import type { ImportReport } from "./import-report";

/** Whether an import can be written: no error, and no question without an answer, which is counted as one. */
export function isImportReady({ totals }: ImportReport): boolean {
  return totals.errorCount === 0;
}
