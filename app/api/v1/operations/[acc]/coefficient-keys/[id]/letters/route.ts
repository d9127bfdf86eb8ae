import { announcementLettersQuerySchema } from "@/lib/schemas/api/announcement-routes";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { buildAnnouncementLetters } from "@/lib/services/coefficients/build-announcement-letters";

type Context = RouteContext<"/api/v1/operations/[acc]/coefficient-keys/[id]/letters">;

/** The letters that tell participants of a key, to print; they name people, as whoever may write sees them. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { announcement = null } = announcementLettersQuerySchema.parse(query);
    const pdf = requireFound(isUuid(id) ? await buildAnnouncementLetters(operation, id, announcement) : null);
    await noteConsultation(operation, "file", id);
    return answerFile({ name: "lettres-coefficients.pdf", type: "application/pdf", content: pdf });
  } catch (error) {
    return toErrorResponse(error);
  }
}
