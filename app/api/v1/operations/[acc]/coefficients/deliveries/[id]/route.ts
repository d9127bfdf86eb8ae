import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { streamJson } from "@/lib/server/json-stream";
import { readDeliveryCoefficients } from "@/lib/services/coefficients/read-delivery-coefficients";

/** One monthly notification with its coefficients. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/coefficients/deliveries/[id]">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    return streamJson(requireFound(isUuid(id) ? await readDeliveryCoefficients(operation.id, id) : null));
  } catch (error) {
    return toErrorResponse(error);
  }
}
