import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { anniversaryMoveBodySchema, dryRunQuerySchema } from "@/lib/schemas/api/anniversaries";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { moveAnniversary } from "@/lib/services/operations/move-anniversary";
import { previewAnniversaryMove } from "@/lib/services/operations/preview-anniversary-move";
import { readAnniversary } from "@/lib/services/operations/read-anniversary";

const MAX_BYTES = 10_000;

/** The monthly anniversary and every move of it. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/anniversaries">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { anniversaries, moves } = await readAnniversary(operation, parisCivilDate(Date.now()));
    return Response.json({
      anniversaries,
      moves: moves.map(({ id, from, dayOfMonth, reason, createdAt }) => ({ id, from, dayOfMonth, reason, createdAt })),
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Records a move that the DSO notified. 201 recorded · 200 only shown. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/anniversaries">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const { dryRun } = dryRunQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { reason, ...move } = await readJsonBody(request, anniversaryMoveBodySchema, MAX_BYTES);
    const { before, after } = await previewAnniversaryMove(operation, move);
    if (dryRun !== "true") await moveAnniversary(operation.id, operation.actor, { ...move, reason });
    return Response.json({ before, after }, { status: dryRun === "true" ? 200 : 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
