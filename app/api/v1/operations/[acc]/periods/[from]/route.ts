import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { answerPeriodSheet } from "./answer-period-sheet";

/** One period. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/periods/[from]">) {
  try {
    const { acc, from } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    return Response.json(await answerPeriodSheet(operation, from));
  } catch (error) {
    return toErrorResponse(error);
  }
}
