import { civilDate } from "@/lib/domain/time/civil-date";
import { measuredSeriesQuerySchema } from "@/lib/schemas/api/measured-series";
import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { noteConsultation } from "@/lib/server/note-consultation";
import { prefersCsv } from "@/lib/server/prefers-csv";
import { readMeasuredSeries } from "@/lib/services/measures/read-measured-series";
import { answerMeasuredSeries } from "./answer-measured-series";

/** A stored curve, page by page; JSON, or CSV when asked. 304 when the caller has it already. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/metering-points/[prm]/series">,
) {
  try {
    const { acc, prm } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    const url = new URL(request.url);
    const { quantity, from, to, step, format } = measuredSeriesQuerySchema.parse(Object.fromEntries(url.searchParams));
    const page = requireFound(
      await readMeasuredSeries(operation.id, {
        prm,
        quantity,
        period: { from: civilDate(from), toExclusive: civilDate(to) },
        stepMinutes: step === undefined ? operation.sheet.stepMinutes : Number(step),
      }),
    );
    await noteConsultation(operation, "metering_point", page.pointId);
    return await answerMeasuredSeries(request, page, format ?? (prefersCsv(request) ? "csv" : "json"));
  } catch (error) {
    return toErrorResponse(error);
  }
}
