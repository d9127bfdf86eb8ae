import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readImportChanges } from "@/lib/services/measures/read-import-changes";

/** What an import corrected, or would correct, day by day. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/imports/[id]/changes">) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    return Response.json(requireFound(isUuid(id) ? await readImportChanges(operation.id, id) : null));
  } catch (error) {
    return toErrorResponse(error);
  }
}
