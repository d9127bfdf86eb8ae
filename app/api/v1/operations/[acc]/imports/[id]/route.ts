import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readImport } from "@/lib/services/measures/read-import";

/** One import: where it stands, then its report. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/imports/[id]">) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read", "measures");
    return Response.json({ import: requireFound(isUuid(id) ? await readImport(operation.id, id) : null) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
