import { answerComparison } from "@/app/api/v1/operations/[acc]/runs/[id]/answer-comparison";
import { runDifferencesQuerySchema } from "@/lib/schemas/api/run-comparison";
import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { compareRuns } from "@/lib/services/runs/compare-runs";
import { findRun } from "@/lib/services/runs/find-run";

/** A run compared with another version of its period. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/runs/[id]/differences">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    const search = Object.fromEntries(new URL(request.url).searchParams);
    const { version } = runDifferencesQuerySchema.parse(search);
    const run = requireFound(isUuid(id) ? await findRun(operation.id, id) : null);
    const comparison = await compareRuns(operation.id, run.period.from, [run.version, version]);
    return Response.json({ comparison: answerComparison(requireFound(comparison)) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
