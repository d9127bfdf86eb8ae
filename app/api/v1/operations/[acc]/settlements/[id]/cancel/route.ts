import * as z from "zod";
import { answerSettlement } from "@/app/api/v1/operations/[acc]/settlements/answer-settlement";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { stopSettlement } from "@/lib/services/periods/stop-settlement";

const MAX_BYTES = 10_000;

/** Ends a job after the period it is at. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/settlements/[id]/cancel">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    await readJsonBody(request, z.object({}), MAX_BYTES);
    await answerSettlement(operation, id);
    await stopSettlement(operation.id, operation.actor, id);
    return Response.json(await answerSettlement(operation, id));
  } catch (error) {
    return toErrorResponse(error);
  }
}
