import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { consentListQuerySchema, newConsentQuerySchema } from "@/lib/schemas/api/consents";
import { authorizeOperationRequest } from "@/lib/server/access";
import { readOptionalDocument } from "@/lib/server/consent-uploads";
import { toErrorResponse } from "@/lib/server/http";
import { listConsents } from "@/lib/services/consents/list-consents";
import { recordConsent } from "@/lib/services/consents/record-consent";

/** Every consent with its state on a day, and who lacks one. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/consents">) {
  try {
    const { id } = await authorizeOperationRequest(request, (await params).acc, "read");
    const { date } = consentListQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json(await listConsents(id, date ?? parisCivilDate(Date.now())));
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Records a consent, with its signed document when the request carries one. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/consents">) {
  try {
    const { id: operationId, actor } = await authorizeOperationRequest(request, (await params).acc, "write");
    const query = newConsentQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { name: _, meteringPointId = null, expiryDay = null, ...consent } = query;
    const document = await readOptionalDocument(request);
    const today = parisCivilDate(Date.now());
    const id = await recordConsent(operationId, actor, { ...consent, meteringPointId, expiryDay }, document, today);
    return Response.json({ consent: { id } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
