import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { letterStepBodySchema } from "@/lib/schemas/api/letters";
import { authorizeOperationRequest } from "@/lib/server/access";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { moveLetter } from "@/lib/services/letters/move-letter";

const MAX_BYTES = 20_000;

/** Notes what was done about a letter. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/letters/[id]/steps">) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const { day, ...body } = await readJsonBody(request, letterStepBodySchema, MAX_BYTES);
    const step = { ...body, day: civilDate(day) };
    const today = parisCivilDate(Date.now());
    const isMoved = isUuid(id) && (await moveLetter(operation.id, operation.actor, id, step, today));
    if (!isMoved) throw new HttpError(404, "NOT_FOUND");
    return Response.json({ letter: { id } });
  } catch (error) {
    return toErrorResponse(error);
  }
}
