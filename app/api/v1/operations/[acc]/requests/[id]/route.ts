import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { findDescribedRequest } from "@/lib/services/requests/find-described-requests";

/** One request to the operator, with its history. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/requests/[id]">) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    return Response.json({ request: requireFound(isUuid(id) ? await findDescribedRequest(operation, id) : null) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
