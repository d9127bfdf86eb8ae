import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { describeDeadlines } from "@/lib/services/deadlines/describe-deadlines";

/** The deadlines of an operation as they stand today. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/deadlines">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    return Response.json(await describeDeadlines([operation], parisCivilDate(Date.now())));
  } catch (error) {
    return toErrorResponse(error);
  }
}
