import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { complaintStepBodySchema } from "@/lib/schemas/api/complaints";
import { authorizeOperationRequest } from "@/lib/server/access";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { moveComplaint } from "@/lib/services/complaints/move-complaint";

const MAX_BYTES = 20_000;

/** Notes what was done about a complaint. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/complaints/[id]/steps">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const { day, ...body } = await readJsonBody(request, complaintStepBodySchema, MAX_BYTES);
    const step = { ...body, day: civilDate(day) };
    const today = parisCivilDate(Date.now());
    const isMoved = isUuid(id) && (await moveComplaint(operation.id, operation.actor, id, step, today));
    if (!isMoved) throw new HttpError(404, "NOT_FOUND");
    return Response.json({ complaint: { id } });
  } catch (error) {
    return toErrorResponse(error);
  }
}
