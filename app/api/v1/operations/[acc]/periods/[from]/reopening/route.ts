import { answerPeriodSheet } from "@/app/api/v1/operations/[acc]/periods/[from]/answer-period-sheet";
import { reopenBodySchema } from "@/lib/schemas/api/period-closing";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { reopenPeriod } from "@/lib/services/periods/reopen-period";

const MAX_BYTES = 10_000;

/** Takes a closing back, for an administrator. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/periods/[from]/reopening">,
) {
  try {
    const { acc, from } = await params;
    const operation = await authorizeOperationRequest(request, acc, "administer");
    const { reason } = await readJsonBody(request, reopenBodySchema, MAX_BYTES);
    const { period } = await answerPeriodSheet(operation, from);
    await reopenPeriod(operation.id, operation.actor, period.period.from, reason);
    return Response.json(await answerPeriodSheet(operation, from));
  } catch (error) {
    return toErrorResponse(error);
  }
}
