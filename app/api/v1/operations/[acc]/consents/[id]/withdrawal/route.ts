import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { withdrawalBodySchema } from "@/lib/schemas/api/consents";
import { authorizeOperationRequest } from "@/lib/server/access";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { withdrawConsent } from "@/lib/services/consents/withdraw-consent";

const MAX_BYTES = 10_000;

/** Notes that a consent was withdrawn, or that a tenant objected. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/consents/[id]/withdrawal">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const { day, note } = await readJsonBody(request, withdrawalBodySchema, MAX_BYTES);
    if (!isUuid(id)) throw new HttpError(404, "NOT_FOUND");
    const withdrawal = { day: civilDate(day), note: note?.trim() || null };
    await withdrawConsent(operation.id, operation.actor, id, withdrawal, parisCivilDate(Date.now()));
    return Response.json({ consent: { id } });
  } catch (error) {
    return toErrorResponse(error);
  }
}
