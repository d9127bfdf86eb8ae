import { comparisonReportQuerySchema } from "@/lib/schemas/api/comparison-routes";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { buildComparisonReport } from "@/lib/services/comparison/build-comparison-report";

/** The report on a comparison, to be sent to the operator. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/runs/[id]/comparison/report">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    const { format } = comparisonReportQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    return answerFile(requireFound(isUuid(id) ? await buildComparisonReport(operation, id, format) : null));
  } catch (error) {
    return toErrorResponse(error);
  }
}
