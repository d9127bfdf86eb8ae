import { answerFile } from "@/lib/server/answer-file";
import { authorizeParticipantRequest } from "@/lib/server/authorize-participant";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { today } from "@/lib/server/today";
import { buildOwnConsentForm } from "@/lib/services/participant-space/own-consents";

/** The form of annexe 4, filled in for the participant who asks, to sign. */
export async function GET(request: Request, { params }: RouteContext<"/mon-espace/[participant]/formulaire">) {
  try {
    const participant = await authorizeParticipantRequest(request, (await params).participant);
    const content = requireFound(await buildOwnConsentForm(participant, await today()));
    return answerFile({ name: "formulaire-de-consentement.pdf", type: "application/pdf", content });
  } catch (error) {
    return toErrorResponse(error);
  }
}
