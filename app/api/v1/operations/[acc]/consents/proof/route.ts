import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { consentProofQuerySchema } from "@/lib/schemas/api/consents";
import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { buildConsentProof } from "@/lib/services/consents/build-consent-proof";

/** The signed documents and their summary, for the operator's written request, which an officer answers. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/consents/proof">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const query = consentProofQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const now = Date.now();
    const requestedOn = query.requestedOn ?? parisCivilDate(now);
    const proof = requireFound(await buildConsentProof(operation, query.participant ?? null, requestedOn, now));
    return new Response(Uint8Array.from(proof.bytes), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="${proof.name}"`,
      },
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}
