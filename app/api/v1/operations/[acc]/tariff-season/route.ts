import { civilDate } from "@/lib/domain/time/civil-date";
import { putTariffSeasonBodySchema } from "@/lib/schemas/api/tariffs";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { setTariffSeason } from "@/lib/services/tariffs/set-tariff-season";

const MAX_BYTES = 10_000;

/** Sets the high season of an operation from a day on. */
export async function PUT(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/tariff-season">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const body = await readJsonBody(request, putTariffSeasonBodySchema, MAX_BYTES);
    const season = { ...body, from: civilDate(body.from) };
    await setTariffSeason(operation.id, operation.actor, season);
    return Response.json({ season });
  } catch (error) {
    return toErrorResponse(error);
  }
}
