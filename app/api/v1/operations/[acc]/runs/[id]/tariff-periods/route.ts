import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { findRunTariffs } from "@/lib/services/tariffs/find-run-tariffs";

/** One run by tariff period. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/runs/[id]/tariff-periods">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    return Response.json(requireFound(isUuid(id) ? await findRunTariffs(operation.id, id) : null));
  } catch (error) {
    return toErrorResponse(error);
  }
}
