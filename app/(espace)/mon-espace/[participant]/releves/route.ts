import { ownStatementSearchSchema } from "@/lib/schemas/participant-space";
import { answerFile } from "@/lib/server/answer-file";
import { authorizeParticipantRequest } from "@/lib/server/authorize-participant";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { takeAttempt } from "@/lib/services/accounts/take-attempt";
import { buildOwnStatements } from "@/lib/services/participant-space/build-own-statements";

/** A participant's own statement of one settled month as PDF; of all of them, without a month, as one archive. */
export async function GET(request: Request, { params }: RouteContext<"/mon-espace/[participant]/releves">) {
  try {
    const participant = await authorizeParticipantRequest(request, (await params).participant);
    const { mois } = ownStatementSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    if (!mois) {
      await takeAttempt("own_statements", { account: participant.actor.userId ?? undefined, headers: request.headers });
    }
    return answerFile(requireFound(await buildOwnStatements(participant, mois ?? null)));
  } catch (error) {
    return toErrorResponse(error);
  }
}
