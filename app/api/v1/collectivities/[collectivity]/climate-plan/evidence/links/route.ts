import { joinLinkBodySchema } from "@/lib/schemas/api/climate-evidence";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { joinClimateLink } from "@/lib/services/climate-plan/join-climate-link";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/evidence/links">;

const MAX_BYTES = 20_000;

/** Joins an address to some actions. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { id, actor } = await authorizeClimatePlanRequest(request, (await params).collectivity, "write");
    const { nodes, url, ...words } = await readJsonBody(request, joinLinkBodySchema, MAX_BYTES);
    const ids = await joinClimateLink(id, actor, nodes, words, url);
    return Response.json({ evidence: nodes.map((nodeId, n) => ({ id: ids[n], nodeId })) }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
