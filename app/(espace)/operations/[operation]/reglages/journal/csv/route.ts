import { JOURNAL_COLUMNS, toJournalRow } from "@/app/(espace)/operations/[operation]/reglages/journal/journal-columns";
import { tableBody, tableHeader } from "@/components/ui/download-table";
import { toCsv } from "@/lib/format/to-csv";
import { journalSearchSchema, toJournalFilter } from "@/lib/schemas/journal";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { toErrorResponse } from "@/lib/server/http";
import { readWholeJournal } from "@/lib/services/journal/read-journal";

type Context = RouteContext<"/operations/[operation]/reglages/journal/csv">;

/** The filtered journal, whole, as the file a spreadsheet opens. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { id, sheet } = await authorizeOperationRequest(request, (await params).operation, "read");
    const search = journalSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const rows = [];
    for await (const event of readWholeJournal(id, toJournalFilter(search))) rows.push(toJournalRow(event, sheet.slug));
    return answerFile({
      name: `${sheet.slug}-journal.csv`,
      type: "text/csv; charset=utf-8",
      content: toCsv(tableHeader(JOURNAL_COLUMNS), tableBody(JOURNAL_COLUMNS, rows)),
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}
