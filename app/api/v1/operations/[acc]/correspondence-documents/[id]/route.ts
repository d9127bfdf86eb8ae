import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { readDocument } from "@/lib/services/correspondence/read-document";

/** A joined paper, as it was received, for whoever may write: saved, never opened in the page. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/correspondence-documents/[id]">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const document = requireFound(isUuid(id) ? await readDocument(operation.id, id) : null);
    if (document === "purged") throw new HttpError(410, "FILE_PURGED");
    await noteConsultation(operation, "file", id);
    return answerFile({ name: document.name, type: document.type, content: document.bytes });
  } catch (error) {
    return toErrorResponse(error);
  }
}
