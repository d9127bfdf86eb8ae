import { streamPlanHistoryCsv } from "@/lib/format/plan-history-table";
import { planHistorySearchSchema, toPlanHistoryFilter } from "@/lib/schemas/climate-history";
import { answerFile } from "@/lib/server/answer-file";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { toErrorResponse } from "@/lib/server/http";
import { readWholePlanHistory } from "@/lib/services/climate-plan/describe-plan-history";

/** The filtered history, whole, as the file a spreadsheet opens. */
export async function GET(request: Request) {
  try {
    const search = planHistorySearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { id } = await authorizeClimatePlanRequest(request, search.collectivite ?? "", "read");
    return answerFile({
      name: "historique-plan-climat.csv",
      type: "text/csv; charset=utf-8",
      content: streamPlanHistoryCsv(readWholePlanHistory(id, toPlanHistoryFilter(search))),
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}
