import { DomainError } from "@/lib/domain/errors";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { sendDeliveryBodySchema } from "@/lib/schemas/api/coefficients";
import { authorizeOperationRequest } from "@/lib/server/access";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { findDescribedDelivery } from "@/lib/services/coefficients/find-described-delivery";
import { sendDelivery } from "@/lib/services/coefficients/send-delivery";

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
    if (day > parisCivilDate(Date.now())) {
      throw new DomainError("FUTURE_DAY", "nothing is notified in the future", { details: { day } });
    }
    await sendDelivery(operation.id, operation.actor, id, day);
    return Response.json({ delivery: requireFound(await findDescribedDelivery(operation.id, id)) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
