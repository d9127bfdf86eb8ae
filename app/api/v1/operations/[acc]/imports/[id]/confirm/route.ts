import { importAnswersSchema } from "@/lib/schemas/import-answers";
import { authorizeOperationRequest } from "@/lib/server/access";
import { errorResponse, requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { confirmImport } from "@/lib/services/measures/answer-import";
import { readImport } from "@/lib/services/measures/read-import";

const MAX_BYTES = 1_000_000;

/** Writes an import that waits, with what its sender says of it. 200 written · 202 queued · 422 something remains. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/imports/[id]/confirm">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write", "measures");
    const answers = await readJsonBody(request, importAnswersSchema, MAX_BYTES);
    requireFound(isUuid(id) ? await readImport(operation.id, id) : null);
    const isTaken = await confirmImport(operation.id, operation.actor, id, answers);
    const found = requireFound(await readImport(operation.id, id));
    const { status, report } = found;
    if (!isTaken) return errorResponse(422, "IMPORT_INCOMPLETE", { importId: id, report });
    if (status === "refused") return errorResponse(422, "IMPORT_REFUSED", { importId: id, report });
    return Response.json({ import: found }, { status: status === "done" ? 200 : 202 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
