import { answerComparison } from "@/app/api/v1/operations/[acc]/runs/[id]/answer-comparison";
import { authorizeOperationRequest } from "@/lib/server/access";
import { errorResponse, requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { reproduceRun } from "@/lib/services/runs/reproduce-run";

/** Computes a stored run again from today's data, compares the two bit for bit, and stores nothing. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/runs/[id]/reproduction">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    const found = requireFound(isUuid(id) ? await reproduceRun(operation.id, id) : null);
    if (found.status === "incomplete") return errorResponse(422, "PERIOD_INCOMPLETE", { missing: found.missing });
    if (found.status === "no_perimeter") return errorResponse(422, "NO_PRODUCER_OR_CONSUMER");
    return Response.json({ comparison: answerComparison(found.comparison) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
