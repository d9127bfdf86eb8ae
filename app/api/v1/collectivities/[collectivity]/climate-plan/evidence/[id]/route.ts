import { renameEvidenceBodySchema } from "@/lib/schemas/api/climate-evidence";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { changeClimateEvidence } from "@/lib/services/climate-plan/change-climate-evidence";
import { describeClimateEvidence } from "@/lib/services/climate-plan/describe-climate-evidence";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/evidence/[id]">;

const MAX_BYTES = 20_000;

/** Says something else of a proof: its title, its day, its note. */
export async function PUT(request: Request, { params }: Context) {
  try {
    const { collectivity, id: evidenceId } = await params;
    const { id, actor } = await authorizeClimatePlanRequest(request, collectivity, "write");
    const words = await readJsonBody(request, renameEvidenceBodySchema, MAX_BYTES);
    if (!isUuid(evidenceId)) throw new HttpError(404, "NOT_FOUND");
    await changeClimateEvidence(id, actor, evidenceId, { kind: "rename", words });
    return Response.json(await describeClimateEvidence(id));
  } catch (error) {
    return toErrorResponse(error);
  }
}
