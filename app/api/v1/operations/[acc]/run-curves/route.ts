import { civilDate } from "@/lib/domain/time/civil-date";
import { runCurvesQuerySchema } from "@/lib/schemas/api/run-file-routes";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { noteChosen } from "@/lib/server/note-consultation";
import { buildPeriodCurves } from "@/lib/services/outputs/build-period-curves";

/** The curves of several settled periods, as one long table for programs. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/run-curves">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { from, to, prm } = runCurvesQuerySchema.parse(query);
    const file = requireFound(await buildPeriodCurves(operation, civilDate(from), civilDate(to), prm ?? null));
    await noteChosen(operation, [prm]);
    return answerFile(file);
  } catch (error) {
    return toErrorResponse(error);
  }
}
