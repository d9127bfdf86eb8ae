import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { endNoticesBodySchema } from "@/lib/schemas/api/convention";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { recordEndNotices } from "@/lib/services/convention/record-end-notices";

const MAX_BYTES = 1_000;

/** Notes which participants were told of a suspension or an end. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/convention/notices">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const { ending, participantId, ...days } = await readJsonBody(request, endNoticesBodySchema, MAX_BYTES);
    const notice = {
      ending,
      effectDay: civilDate(days.effectDay),
      toldDay: civilDate(days.toldDay),
      participantIds: participantId === undefined ? null : [participantId],
    };
    const count = await recordEndNotices(operation.id, operation.actor, notice, parisCivilDate(Date.now()));
    return Response.json({ told: { count } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
