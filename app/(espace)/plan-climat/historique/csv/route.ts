import { writePlanHistoryCsv } from "@/lib/format/plan-history-table";
import { planHistorySearchSchema, toPlanHistoryFilter } from "@/lib/schemas/climate-history";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { toErrorResponse } from "@/lib/server/http";
import { type DescribedPlanChange, describePlanHistory } from "@/lib/services/climate-plan/describe-plan-history";
import { type PlanHistoryPage, readPlanHistory } from "@/lib/services/climate-plan/read-plan-history";

const PAGE_SIZE = 1_000;

/** The filtered history, whole, as the file a spreadsheet opens. */
export async function GET(request: Request) {
  try {
    const search = planHistorySearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { id } = await authorizeClimatePlanRequest(request, search.collectivite ?? "", "read");
    const changes: DescribedPlanChange[] = [];
    let place: PlanHistoryPage["next"] = null;
    do {
      const page: PlanHistoryPage = await readPlanHistory(id, toPlanHistoryFilter(search), place, PAGE_SIZE);
      changes.push(...(await describePlanHistory(id, page)));
      place = page.next;
    } while (place);
    return new Response(writePlanHistoryCsv(changes), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="historique-plan-climat.csv"',
      },
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}
