import { ownDataSearchSchema } from "@/lib/schemas/participant-space";
import { answerFile } from "@/lib/server/answer-file";
import { authorizeParticipantRequest } from "@/lib/server/authorize-participant";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { takeAttempt } from "@/lib/services/accounts/take-attempt";
import { exportOwnData } from "@/lib/services/participant-space/export-own-data";

/** Everything held about the participant who asks. No name in the file's own name: it stays in folders others see. */
export async function GET(request: Request, { params }: RouteContext<"/mon-espace/[participant]/donnees">) {
  try {
    const participant = await authorizeParticipantRequest(request, (await params).participant);
    const { format } = ownDataSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    await takeAttempt("own_data", { account: participant.actor.userId ?? undefined, headers: request.headers });
    const content = requireFound(await exportOwnData(participant, participant.actor, format, new Date()));
    return answerFile({ name: `mes-donnees.${format}`, type: `application/${format}`, content });
  } catch (error) {
    return toErrorResponse(error);
  }
}
