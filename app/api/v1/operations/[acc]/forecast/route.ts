import { civilDate } from "@/lib/domain/time/civil-date";
import { putForecastBodySchema } from "@/lib/schemas/api/forecast";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { readForecasts } from "@/lib/services/forecast/read-forecasts";
import { setForecast } from "@/lib/services/forecast/set-forecast";

const MAX_BYTES = 20_000;

/** The forecasts that stand. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/forecast">) {
  try {
    const { id } = await authorizeOperationRequest(request, (await params).acc, "read");
    const { standing } = await readForecasts(id);
    const forecasts = standing.map(({ from, months, source, createdAt }) => ({ from, months, source, createdAt }));
    return Response.json({ forecasts });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Records the forecast of twelve months. */
export async function PUT(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/forecast">) {
  try {
    const { id, actor } = await authorizeOperationRequest(request, (await params).acc, "write");
    const { from, ...forecast } = await readJsonBody(request, putForecastBodySchema, MAX_BYTES);
    const changed = await setForecast(id, actor, { ...forecast, from: civilDate(from) });
    return Response.json({ changed });
  } catch (error) {
    return toErrorResponse(error);
  }
}
