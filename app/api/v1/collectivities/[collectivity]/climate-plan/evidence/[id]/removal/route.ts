import { emptyBodySchema } from "@/lib/schemas/api/empty-body";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { changeClimateEvidence } from "@/lib/services/climate-plan/change-climate-evidence";
import { describeClimateEvidence } from "@/lib/services/climate-plan/describe-climate-evidence";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/evidence/[id]/removal">;

const MAX_BYTES = 1_000;

/** Takes a proof away from its action; history and snapshots keep it. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { collectivity, id: evidenceId } = await params;
    const { id, actor } = await authorizeClimatePlanRequest(request, collectivity, "write");
    await readJsonBody(request, emptyBodySchema, MAX_BYTES);
    if (!isUuid(evidenceId)) throw new HttpError(404, "NOT_FOUND");
    await changeClimateEvidence(id, actor, evidenceId, { kind: "remove" });
    return Response.json(await describeClimateEvidence(id));
  } catch (error) {
    return toErrorResponse(error);
  }
}
