import "server-only";
import { journalSearchSchema, toJournalFilter } from "@/lib/schemas/journal";
import { type ExportedJournal, exportJournal } from "@/lib/services/journal/export-journal";
import { journalAddress } from "./journal-address";
import { journalColumns, toJournalRow } from "./journal-rows";
import { streamTableFile } from "./stream-table-file";

/** The filtered trail, whole, as the file a spreadsheet opens; written while it is read, and written down itself. */
export async function answerJournalFile(
  request: Request,
  actor: ExportedJournal["actor"],
  scope: ExportedJournal["scope"],
  name: string,
): Promise<Response> {
  const search = journalSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const pages = await exportJournal({ actor, scope, filter: toJournalFilter(search) });
  const columns = journalColumns({ namesOperation: scope.kind === "collectivity" });
  const toRow = (event: Parameters<typeof toJournalRow>[0]) => toJournalRow(event, () => journalAddress("", {}));
  return streamTableFile({ name: `${name}-journal.csv`, columns, pages, toRow });
}
