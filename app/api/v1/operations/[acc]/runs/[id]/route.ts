import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { findRun } from "@/lib/services/runs/find-run";

/** One run: totals, indicators, rules, consumers, producers and pairs. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/runs/[id]">) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    return Response.json({ run: requireFound(isUuid(id) ? await findRun(operation.id, id) : null) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
