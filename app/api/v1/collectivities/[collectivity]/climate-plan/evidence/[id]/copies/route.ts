import { copyEvidenceBodySchema } from "@/lib/schemas/api/climate-evidence";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { changeClimateEvidence } from "@/lib/services/climate-plan/change-climate-evidence";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/evidence/[id]/copies">;

const MAX_BYTES = 1_000;

/** Joins a proof to another action too; its document is not stored again. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { collectivity, id: evidenceId } = await params;
    const { id, actor } = await authorizeClimatePlanRequest(request, collectivity, "write");
    const { nodeId } = await readJsonBody(request, copyEvidenceBodySchema, MAX_BYTES);
    if (!isUuid(evidenceId)) throw new HttpError(404, "NOT_FOUND");
    const copy = await changeClimateEvidence(id, actor, evidenceId, { kind: "copy", nodeId });
    return Response.json({ evidence: [{ id: copy, nodeId }] }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
