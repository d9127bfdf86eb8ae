import { answerFile } from "@/lib/server/answer-file";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readLabelRequest } from "@/lib/services/climate-plan/read-label-request";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/audits/[id]/request">;

/** The signed request as it was received: saved, never opened in the page. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { collectivity, id: auditId } = await params;
    const { id } = await authorizeClimatePlanRequest(request, collectivity, "read");
    const { name, type, bytes } = requireFound(isUuid(auditId) ? await readLabelRequest(id, auditId) : null);
    return answerFile({ name, type, content: bytes });
  } catch (error) {
    return toErrorResponse(error);
  }
}
