import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { ownConsentQuerySchema } from "@/lib/schemas/participant-space";
import { answerFile } from "@/lib/server/answer-file";
import { authorizeParticipantRequest } from "@/lib/server/authorize-participant";
import { CONSENT_UPLOAD } from "@/lib/server/consent-uploads";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { readUploads } from "@/lib/server/read-uploads";
import { today } from "@/lib/server/today";
import { handInOwnConsent } from "@/lib/services/participant-space/hand-in-own-consent";
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

/** The same form, signed and sent back: his consent, with its document. */
export async function POST(request: Request, { params }: RouteContext<"/mon-espace/[participant]/formulaire">) {
  try {
    const { own, actor } = await authorizeParticipantRequest(request, (await params).participant);
    const ticked = ownConsentQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const [upload] = await readUploads(request, CONSENT_UPLOAD);
    if (!upload) throw new HttpError(400, "NO_FILE");
    const id = await handInOwnConsent(own, actor, ticked, upload, parisCivilDate(Date.now()));
    return Response.json({ consent: { id } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
