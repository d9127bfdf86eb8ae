import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { endNoticesBodySchema } from "@/lib/schemas/api/convention";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { recordDsoEndNotice } from "@/lib/services/convention/record-dso-end-notice";
import { recordEndNotices } from "@/lib/services/convention/record-end-notices";

const MAX_BYTES = 1_000;

/** Notes which participants were told of a suspension or an end, or that the DSO told those it tells. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/convention/notices">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const { by, ending, participantId, ...days } = await readJsonBody(request, endNoticesBodySchema, MAX_BYTES);
    const { id, actor } = operation;
    const told = { ending, effectDay: civilDate(days.effectDay), toldDay: civilDate(days.toldDay) };
    const today = parisCivilDate(Date.now());
    if (by === "dso") {
      const isNew = await recordDsoEndNotice(operation, actor, told, today);
      return Response.json({ told: { count: isNew ? 1 : 0 } }, { status: 201 });
    }
    const participantIds = participantId === undefined ? null : [participantId];
    const count = await recordEndNotices(id, actor, { ...told, participantIds }, today);
    return Response.json({ told: { count } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
