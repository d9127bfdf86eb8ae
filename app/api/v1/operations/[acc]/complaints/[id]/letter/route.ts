import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { buildForwardingLetter } from "@/lib/services/complaints/build-forwarding-letter";

/** The letter that hands a complaint on to the operator, to sign. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/complaints/[id]/letter">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const today = parisCivilDate(Date.now());
    const letter = requireFound(isUuid(id) ? await buildForwardingLetter(operation, id, today) : null);
    return new Response(Uint8Array.from(letter.bytes), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${letter.name}"`,
      },
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}
