import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { toListedComplaint } from "@/lib/server/to-listed-complaint";
import { readComplaint } from "@/lib/services/complaints/read-complaints";

/** One complaint with its words and its history, for whoever may write. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/complaints/[id]">) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const found = requireFound(isUuid(id) ? await readComplaint(operation, id, parisCivilDate(Date.now())) : null);
    await noteConsultation(operation, "complaint", id);
    const { senderName, text, steps } = found;
    return Response.json({ complaint: { ...toListedComplaint(found), senderName, text, events: steps } });
  } catch (error) {
    return toErrorResponse(error);
  }
}
