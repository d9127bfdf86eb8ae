import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { toErrorResponse } from "@/lib/server/http";
import { describeClimatePlan } from "@/lib/services/climate-plan/describe-climate-plan";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan">;

/** The climate plan of a collectivity: its answers, and the score of every action. */
export async function GET(request: Request, { params }: Context) {
  try {
    const collectivity = await authorizeClimatePlanRequest(request, (await params).collectivity, "read");
    return Response.json(await describeClimatePlan(collectivity.id));
  } catch (error) {
    return toErrorResponse(error);
  }
}
