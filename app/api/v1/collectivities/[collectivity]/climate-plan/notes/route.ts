import { putClimateNotesSchema } from "@/lib/schemas/api/climate-plan";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { describeClimatePlan } from "@/lib/services/climate-plan/describe-climate-plan";
import { setClimateNotes } from "@/lib/services/climate-plan/set-climate-notes";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/notes">;

const MAX_BYTES = 5_000_000;

/** Says something of some actions beside their status, all or nothing; what is not sent stays as it is. */
export async function PUT(request: Request, { params }: Context) {
  try {
    const collectivity = await authorizeClimatePlanRequest(request, (await params).collectivity, "answer");
    const { notes } = await readJsonBody(request, putClimateNotesSchema, MAX_BYTES);
    await setClimateNotes(collectivity.id, collectivity.actor, new Map(Object.entries(notes)));
    return Response.json(await describeClimatePlan(collectivity.id));
  } catch (error) {
    return toErrorResponse(error);
  }
}
