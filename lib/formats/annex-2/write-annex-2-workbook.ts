import { type Annex2FileName, writeAnnex2FileName } from "./annex-2-file-name";
import type { Annex2Workbook } from "./annex-2-workbook";

/** Writes an annexe 2. */
export async function writeAnnex2Workbook(
  _workbook: Annex2Workbook,
  fileName: Annex2FileName,
): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: writeAnnex2FileName(fileName), bytes: new Uint8Array() };
}
