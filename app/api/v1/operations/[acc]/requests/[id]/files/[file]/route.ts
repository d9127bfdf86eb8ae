import { XLSX_TYPE } from "@/lib/schemas/api/annex-2";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { readRequestFile } from "@/lib/services/requests/read-request-file";

const TYPES = { annex_2: XLSX_TYPE, letter: "application/pdf" } as const;

/** A file of a request as it was kept, for whoever may write. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/requests/[id]/files/[file]">,
) {
  try {
    const { acc, id, file } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const isAddress = isUuid(id) && isUuid(file);
    const found = requireFound(isAddress ? await readRequestFile(operation.id, id, file) : null);
    if (found.status === "purged") throw new HttpError(410, "FILE_PURGED");
    await noteConsultation(operation, "file", file);
    return answerFile({ name: found.name, type: TYPES[found.kind], content: found.bytes });
  } catch (error) {
    return toErrorResponse(error);
  }
}
