import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { reportQuerySchema } from "@/lib/schemas/api/report-routes";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { toErrorResponse } from "@/lib/server/http";
import { buildCouncilReport } from "@/lib/services/report/build-council-report";

/** The report to the council over some periods, as a PDF. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/report">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { from, to } = reportQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const range = { from: civilDate(from), toExclusive: civilDate(to) };
    return answerFile(await buildCouncilReport(operation, range, parisCivilDate(Date.now())));
  } catch (error) {
    return toErrorResponse(error);
  }
}
