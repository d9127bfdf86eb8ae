import { deliveryStepsQuerySchema } from "@/lib/schemas/api/coefficients";
import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { findDescribedDelivery } from "@/lib/services/coefficients/find-described-delivery";
import { listDeliverySteps } from "@/lib/services/coefficients/list-delivery-steps";

const PAGE = 500;

/** What is to be transmitted of a notification, or was. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/coefficients/deliveries/[id]/steps">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    const query = deliveryStepsQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    requireFound(isUuid(id) ? await findDescribedDelivery(operation.id, id) : null);
    const steps = await listDeliverySteps(operation.id, id, { ...query, limit: PAGE });
    return Response.json({ steps, nextAfter: steps.length === PAGE ? (steps.at(-1)?.id ?? null) : null });
  } catch (error) {
    return toErrorResponse(error);
  }
}
