import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { attachmentNamed } from "@/lib/server/content-disposition";
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
    return new Response(Uint8Array.from(bytes), {
      headers: {
        "content-type": type,
        "content-disposition": attachmentNamed(name),
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}
