import { statementsQuerySchema } from "@/lib/schemas/api/run-file-routes";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { buildStatements } from "@/lib/services/outputs/build-statements";

type Context = RouteContext<"/api/v1/operations/[acc]/runs/[id]/statements">;

/** The statements of participants; they name people, so that reading a run is not enough. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const { participant } = statementsQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const file = isUuid(id) ? await buildStatements(operation, id, participant ?? null) : null;
    const found = requireFound(file);
    await noteConsultation(operation, participant ? "participant" : "file", participant ?? id);
    return answerFile(found);
  } catch (error) {
    return toErrorResponse(error);
  }
}
