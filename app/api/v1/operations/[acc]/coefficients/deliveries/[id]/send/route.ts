import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { sendDeliveryBodySchema } from "@/lib/schemas/api/coefficients";
import { authorizeOperationRequest } from "@/lib/server/access";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { findDescribedDelivery } from "@/lib/services/coefficients/find-described-delivery";
import { moveMonthKey } from "@/lib/services/coefficients/move-month-key";

const MAX_BYTES = 10_000;

/** Records that a draft was notified to the DSO. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/coefficients/deliveries/[id]/send">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const { day } = await readJsonBody(request, sendDeliveryBodySchema, MAX_BYTES);
    if (!isUuid(id)) throw new HttpError(404, "NOT_FOUND");
    await moveMonthKey(operation.id, operation.actor, id, { move: "send", sentDay: day }, parisCivilDate(Date.now()));
    return Response.json({ delivery: requireFound(await findDescribedDelivery(operation.id, id)) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
