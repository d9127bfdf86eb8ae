import * as z from "zod";
import { answerPeriodSheet } from "@/app/api/v1/operations/[acc]/periods/[from]/answer-period-sheet";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { closePeriod } from "@/lib/services/periods/close-period";

const MAX_BYTES = 10_000;

/** Freezes a settled period. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/periods/[from]/closing">,
) {
  try {
    const { acc, from } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    await readJsonBody(request, z.object({}), MAX_BYTES);
    const { period } = await answerPeriodSheet(operation, from);
    await closePeriod(operation.id, operation.actor, period.period.from);
    return Response.json(await answerPeriodSheet(operation, from), { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
