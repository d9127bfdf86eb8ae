import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { listPeriods } from "@/lib/services/list-periods";
import { listNextPeriods } from "@/lib/services/periods/list-next-periods";
import { answerPeriod } from "./answer-period";

/** The settlement periods, latest first, and where each stands. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/periods">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const today = parisCivilDate(Date.now());
    const periods = (await listPeriods(operation, today)).map(answerPeriod);
    return Response.json({ periods, coming: listNextPeriods(operation.sheet, today) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
