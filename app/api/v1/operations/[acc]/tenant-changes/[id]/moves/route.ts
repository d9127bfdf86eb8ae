import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { tenantMoveBodySchema } from "@/lib/schemas/api/tenant-changes";
import { authorizeOperationRequest } from "@/lib/server/access";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { moveTenantChange } from "@/lib/services/hlm/move-tenant-change";

const MAX_BYTES = 1_000;

/** Notes the next contract, a refusal, or that nobody is awaited any more. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/tenant-changes/[id]/moves">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const body = await readJsonBody(request, tenantMoveBodySchema, MAX_BYTES);
    const day = civilDate(body.day);
    const step = body.move === "service" ? { ...body, day, noticeDay: civilDate(body.noticeDay) } : { ...body, day };
    const today = parisCivilDate(Date.now());
    const isMoved = isUuid(id) && (await moveTenantChange(operation, operation.actor, id, step, today));
    if (!isMoved) throw new HttpError(404, "NOT_FOUND");
    return Response.json({ tenantChange: { id } });
  } catch (error) {
    return toErrorResponse(error);
  }
}
