import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { listPeriods } from "@/lib/services/list-periods";

/** The settlement periods, latest first, and where each stands. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/periods">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const periods = (await listPeriods(operation, parisCivilDate(Date.now()))).map(({ run, ...period }) => ({
      ...period,
      run: run && { id: run.id, version: run.version, createdAt: run.createdAt },
    }));
    return Response.json({ periods });
  } catch (error) {
    return toErrorResponse(error);
  }
}
