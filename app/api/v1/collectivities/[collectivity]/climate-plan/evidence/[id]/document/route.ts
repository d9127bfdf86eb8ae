import { answerFile } from "@/lib/server/answer-file";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readClimateDocument } from "@/lib/services/climate-plan/read-climate-document";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/evidence/[id]/document">;

/** A document as it was received: saved, never opened in the page. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { collectivity, id: evidenceId } = await params;
    const { id } = await authorizeClimatePlanRequest(request, collectivity, "read");
    const { name, type, bytes } = requireFound(isUuid(evidenceId) ? await readClimateDocument(id, evidenceId) : null);
    if (!bytes) throw new HttpError(410, "FILE_PURGED");
    return answerFile({ name, type, content: bytes });
  } catch (error) {
    return toErrorResponse(error);
  }
}
