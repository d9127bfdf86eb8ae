import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { consentProofQuerySchema } from "@/lib/schemas/api/consents";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { noteConsultation } from "@/lib/server/note-consultation";
import { buildConsentProof } from "@/lib/services/consents/build-consent-proof";

/** The signed documents and their summary, for the operator's written request, which an officer answers. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/consents/proof">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const query = consentProofQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const now = Date.now();
    const requestedOn = query.requestedOn ?? parisCivilDate(now);
    const proof = requireFound(await buildConsentProof(operation, query.participant ?? null, requestedOn, now));
    await noteConsultation(operation, query.participant ? "participant" : "file", query.participant ?? operation.id);
    return answerFile({ name: proof.name, type: "application/zip", content: proof.bytes });
  } catch (error) {
    return toErrorResponse(error);
  }
}
