import { putClimateStatusesSchema } from "@/lib/schemas/api/climate-plan";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { describeClimatePlan } from "@/lib/services/climate-plan/describe-climate-plan";
import { setClimateStatuses } from "@/lib/services/climate-plan/set-climate-statuses";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/statuses">;

const MAX_BYTES = 5_000_000;

/** Answers for some actions, all or nothing; the others stay as they are. */
export async function PUT(request: Request, { params }: Context) {
  try {
    const collectivity = await authorizeClimatePlanRequest(request, (await params).collectivity, "answer");
    const { statuses } = await readJsonBody(request, putClimateStatusesSchema, MAX_BYTES);
    await setClimateStatuses(collectivity.id, collectivity.actor, new Map(Object.entries(statuses)));
    return Response.json(await describeClimatePlan(collectivity.id));
  } catch (error) {
    return toErrorResponse(error);
  }
}
