import { civilDate } from "@/lib/domain/time/civil-date";
import { operationStatusBodySchema } from "@/lib/schemas/api/convention";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { setOperationStatus } from "@/lib/services/convention/set-operation-status";

const MAX_BYTES = 1_000;

/** Records a suspension, its end, or the end of the convention. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/convention/statuses">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const { status, from } = await readJsonBody(request, operationStatusBodySchema, MAX_BYTES);
    await setOperationStatus(operation.id, operation.actor, { status, from: civilDate(from) });
    return Response.json({ convention: { status, from } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
