import { describeSuspicion } from "@/lib/format/describe-suspicion";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { type ListedSuspicion, listSuspicions } from "@/lib/services/measures/list-suspicions";

/** What is suspect in the measures, to look at and looked at. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/suspicions">) {
  try {
    const { id } = await authorizeOperationRequest(request, (await params).acc, "read");
    const { open, dismissed } = await listSuspicions(id);
    return Response.json({ suspicions: open.map(toJson), dismissed: dismissed.map(toJson) });
  } catch (error) {
    return toErrorResponse(error);
  }
}

function toJson({ id, prm, quantity, suspicion, dismissal }: ListedSuspicion) {
  const { title, detail, advice } = describeSuspicion(suspicion);
  const { kind, reason, from, toExclusive } = suspicion;
  return {
    id,
    prm,
    quantity,
    kind,
    reason,
    from,
    toExclusive,
    title,
    detail,
    advice,
    dismissal: dismissal && { at: new Date(dismissal.atMs).toISOString(), reason: dismissal.reason },
  };
}
