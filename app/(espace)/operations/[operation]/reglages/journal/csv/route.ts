import { answerJournalFile } from "@/app/(espace)/journal/answer-journal-file";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";

type Context = RouteContext<"/operations/[operation]/reglages/journal/csv">;

/** The filtered journal, whole, as the file a spreadsheet opens. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { id, sheet, mayReadWords, actor } = await authorizeOperationRequest(
      request,
      (await params).operation,
      "read",
    );
    return await answerJournalFile(request, actor, { kind: "operation", id, mayReadWords }, sheet.slug);
  } catch (error) {
    return toErrorResponse(error);
  }
}
