import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { buildContactLetter } from "@/lib/services/contacts/build-contact-letter";

/** The letter that tells the operator of new details, to sign. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/contact-changes/[id]/letter">,
) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const today = parisCivilDate(Date.now());
    const letter = requireFound(isUuid(id) ? await buildContactLetter(operation, id, today) : null);
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
