import { answerSettlement } from "@/app/api/v1/operations/[acc]/settlements/answer-settlement";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";

/** How far a job is, and what became of each period. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/settlements/[id]">) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    return Response.json(await answerSettlement(operation, id));
  } catch (error) {
    return toErrorResponse(error);
  }
}
