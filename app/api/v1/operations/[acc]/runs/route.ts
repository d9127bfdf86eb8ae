import { settlePeriodBodySchema } from "@/lib/schemas/api/api-parameters";
import { authorizeOperationRequest } from "@/lib/server/access";
import { errorResponse, toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { listMissingPoints } from "@/lib/services/list-missing-points";
import { findRun } from "@/lib/services/runs/find-run";
import { listRuns } from "@/lib/services/runs/list-runs";
import { settlePeriod } from "@/lib/services/settle-period";

const MAX_BYTES = 10_000;

/** Every version of every settled period. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/runs">) {
  try {
    const { id } = await authorizeOperationRequest(request, (await params).acc, "read");
    return Response.json({ runs: await listRuns(id) });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Settles a period. 201 a new version · 200 the latest already says it · 422 measures are missing. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/runs">) {
  try {
    const { acc } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const { from } = await readJsonBody(request, settlePeriodBodySchema, MAX_BYTES);
    const result = await settlePeriod(operation, operation.actor, from);
    if (result.status === "incomplete") {
      return errorResponse(422, "PERIOD_INCOMPLETE", {
        missing: await listMissingPoints(operation.id, result.missing),
      });
    }
    const headers = { location: `/api/v1/operations/${acc}/runs/${result.runId}` };
    const status = result.status === "settled" ? 201 : 200;
    return Response.json({ run: await findRun(operation.id, result.runId) }, { status, headers });
  } catch (error) {
    return toErrorResponse(error);
  }
}
