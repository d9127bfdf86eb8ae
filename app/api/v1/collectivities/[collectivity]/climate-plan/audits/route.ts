import { labelRequestQuerySchema } from "@/lib/schemas/climate-audit";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { readOptionalDocument } from "@/lib/server/consent-uploads";
import { toErrorResponse } from "@/lib/server/http";
import { listAudits } from "@/lib/services/climate-plan/list-audits";
import { requestLabel } from "@/lib/services/climate-plan/request-label";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/audits">;

/** Where the request for a star stands, and those before it. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { id } = await authorizeClimatePlanRequest(request, (await params).collectivity, "read");
    const { state, audits } = await listAudits(id);
    return Response.json({
      state,
      audits: audits.map(
        ({ auditorId: _, requestedByName: __, startedByName: ___, closedByName: ____, ...audit }) => audit,
      ),
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Asks for a star, with the signed request when the call carries one. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { id, actor } = await authorizeClimatePlanRequest(request, (await params).collectivity, "write");
    const { star, contract } = labelRequestQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const document = await readOptionalDocument(request);
    const auditId = await requestLabel(id, actor, { star, hasObjectivesContract: contract }, document);
    return Response.json({ audit: { id: auditId } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
