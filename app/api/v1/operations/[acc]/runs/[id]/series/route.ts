import { runSeriesQuerySchema } from "@/lib/schemas/api/api-parameters";
import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { noteChosen } from "@/lib/server/note-consultation";
import { prefersCsv } from "@/lib/server/prefers-csv";
import { readRunSeries } from "@/lib/services/runs/read-run-series";
import { answerSeries } from "./answer-series";

/** Curves of a run: of a day, or of a metering point; JSON, or CSV when asked. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/runs/[id]/series">) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    const { format, ...asked } = runSeriesQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const series = requireFound(isUuid(id) ? await readRunSeries(operation.id, id, asked) : null);
    await noteChosen(operation, [asked.prm]);
    return answerSeries(series, format ?? (prefersCsv(request) ? "csv" : "json"));
  } catch (error) {
    return toErrorResponse(error);
  }
}
