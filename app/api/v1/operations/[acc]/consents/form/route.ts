import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { consentFormQuerySchema } from "@/lib/schemas/api/consents";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { noteConsultation } from "@/lib/server/note-consultation";
import { buildConsentForms } from "@/lib/services/consents/build-consent-forms";

/** The forms of annexe 4 to print and sign: one participant's, or those of everyone who lacks a consent. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/consents/form">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { participant = null } = consentFormQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const pdf = requireFound(await buildConsentForms(operation, participant, parisCivilDate(Date.now())));
    await noteConsultation(operation, participant ? "participant" : "file", participant ?? operation.id);
    const name = `${operation.sheet.accNumber ?? operation.sheet.slug}_consentement.pdf`;
    return answerFile({ name, type: "application/pdf", content: pdf });
  } catch (error) {
    return toErrorResponse(error);
  }
}
