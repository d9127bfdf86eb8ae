import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { operationDashboardQuerySchema } from "@/lib/schemas/api/operation-dashboard";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { describeOperationDashboard } from "@/lib/services/dashboard/describe-operation-dashboard";

/** The months of an operation, beside last year's and the forecast. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/dashboard">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { from, to } = operationDashboardQuerySchema.parse(query);
    const asked = {
      from: from === undefined ? null : civilDate(from),
      toExclusive: to === undefined ? null : civilDate(to),
    };
    const dashboard = await describeOperationDashboard(operation, asked, parisCivilDate(Date.now()));
    return Response.json(dashboard);
  } catch (error) {
    return toErrorResponse(error);
  }
}
