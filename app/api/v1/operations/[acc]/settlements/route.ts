import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { queueSettlementBodySchema } from "@/lib/schemas/api/settlement-job";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { queueSettlement } from "@/lib/services/periods/queue-settlement";
import { answerSettlement } from "./answer-settlement";

const MAX_BYTES = 20_000;

/** Queues the settlement of some periods, or of all that are ready or to be recomputed. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/settlements">) {
  try {
    const { acc } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const { periods = null } = await readJsonBody(request, queueSettlementBodySchema, MAX_BYTES);
    const jobId = await queueSettlement(operation, operation.actor, periods, parisCivilDate(Date.now()));
    const headers = { location: `/api/v1/operations/${acc}/settlements/${jobId}` };
    return Response.json(await answerSettlement(operation, jobId), { status: 202, headers });
  } catch (error) {
    return toErrorResponse(error);
  }
}
