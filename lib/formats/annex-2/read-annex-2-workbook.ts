import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import type { Annex2Workbook } from "./annex-2-workbook";

/** What an annexe 2 holds. */
export type Annex2Reading = {
  /**
   * Null when the file is no annexe 2 at all. With errors it holds the rows that
   * were understood, for display only.
   */
  readonly workbook: Annex2Workbook | null;
  readonly problems: FileProblems;
};

/** Reads an annexe 2. */
export async function readAnnex2Workbook(bytes: Uint8Array): Promise<Annex2Reading> {
  const log = new ProblemLog();
  if (bytes.length === 0) log.error("EMPTY_FILE", {}, () => "Le fichier est vide.");
  return { workbook: null, problems: log.problems() };
}
