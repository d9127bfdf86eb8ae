import { civilDate } from "@/lib/domain/time/civil-date";
import { reportQuerySchema } from "@/lib/schemas/api/report-routes";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { noteConsultation } from "@/lib/server/note-consultation";
import { buildRangeStatements } from "@/lib/services/outputs/build-range-statements";

type Context = RouteContext<"/api/v1/operations/[acc]/statements">;

/** The statements of participants over several periods; they name people, so that reading a run is not enough. */
export async function GET(request: Request, { params }: Context) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const { from, to } = reportQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const window = { from: civilDate(from), toExclusive: civilDate(to) };
    const file = requireFound(await buildRangeStatements(operation, window));
    await noteConsultation(operation, "file", operation.id);
    return answerFile(file);
  } catch (error) {
    return toErrorResponse(error);
  }
}
