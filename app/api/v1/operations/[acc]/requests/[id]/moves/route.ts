import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { requestMoveBodySchema } from "@/lib/schemas/api/requests";
import { authorizeOperationRequest } from "@/lib/server/access";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { findDescribedRequest } from "@/lib/services/requests/find-described-requests";
import { moveRequestByPrm } from "@/lib/services/requests/move-request-by-prm";

const MAX_BYTES = 200_000;

/** Prepares, sends, answers or withdraws a request. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/requests/[id]/moves">) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const move = await readJsonBody(request, requestMoveBodySchema, MAX_BYTES);
    if (!isUuid(id)) throw new HttpError(404, "NOT_FOUND");
    await moveRequestByPrm(operation, operation.actor, id, move, parisCivilDate(Date.now()));
    return Response.json({ request: requireFound(await findDescribedRequest(operation, id)) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
