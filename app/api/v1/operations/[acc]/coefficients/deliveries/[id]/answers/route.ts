import { stepAnswersBodySchema } from "@/lib/schemas/api/coefficients";
import { authorizeOperationRequest } from "@/lib/server/access";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { answerDeliverySteps } from "@/lib/services/coefficients/answer-delivery-steps";

const MAX_BYTES = 5_000_000;

/** Keeps what the DSO said of some steps. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/coefficients/deliveries/[id]/answers">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const { answers } = await readJsonBody(request, stepAnswersBodySchema, MAX_BYTES);
    if (!isUuid(id)) throw new HttpError(404, "NOT_FOUND");
    return Response.json({ answeredCount: await answerDeliverySteps(operation.id, operation.actor, id, answers) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
