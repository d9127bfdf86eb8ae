import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { readKeptFile } from "@/lib/services/measures/read-kept-file";

const MAX_POSITION = 100_000;

/** A file of an import as it was received. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/imports/[id]/files/[position]">,
) {
  try {
    const { acc, id, position: text } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    const position = /^\d{1,6}$/.test(text) ? Number(text) : MAX_POSITION;
    const isAsked = isUuid(id) && position < MAX_POSITION;
    const { name, bytes } = requireFound(isAsked ? await readKeptFile(operation.id, id, position) : null);
    await noteConsultation(operation, "file", id);
    return answerFile({ name, type: "application/octet-stream", content: bytes });
  } catch (error) {
    return toErrorResponse(error);
  }
}
