import { answerJournalFile } from "@/app/(espace)/journal/answer-journal-file";
import { authorizeInstanceRequest } from "@/lib/server/authorize-instance";
import { toErrorResponse } from "@/lib/server/http";

/** The filtered journal of the installation, whole, as the file a spreadsheet opens. */
export async function GET(request: Request) {
  try {
    const { id, actor } = await authorizeInstanceRequest(request);
    return await answerJournalFile(request, actor, { kind: "installation", id }, "installation");
  } catch (error) {
    return toErrorResponse(error);
  }
}
