import { writePlanHistoryCsv } from "@/lib/format/plan-history-table";
import { planHistoryQuerySchema, toMachineHistoryFilter } from "@/lib/schemas/climate-history";
import { toTrailPlace, writeTrailPlace } from "@/lib/schemas/trail-search";
import { answerFile } from "@/lib/server/answer-file";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { toErrorResponse } from "@/lib/server/http";
import { prefersCsv } from "@/lib/server/prefers-csv";
import { type DescribedPlanChange, describePlanHistory } from "@/lib/services/climate-plan/describe-plan-history";
import { readPlanHistory } from "@/lib/services/climate-plan/read-plan-history";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/history">;

/** What was changed in the climate plan, latest first, a page at a time. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { id } = await authorizeClimatePlanRequest(request, (await params).collectivity, "read");
    const query = planHistoryQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const place = toTrailPlace(query.before);
    const page = await readPlanHistory(id, toMachineHistoryFilter(query), place, query.limit);
    const changes = await describePlanHistory(id, page);
    if (prefersCsv(request)) {
      const content = writePlanHistoryCsv(changes);
      return answerFile({ name: "historique.csv", type: "text/csv; charset=utf-8", content });
    }
    return Response.json({ changes: changes.map(toJson), next: page.next && writeTrailPlace(page.next) });
  } catch (error) {
    return toErrorResponse(error);
  }
}

function toJson({ id, at, actorId, actorName, kind, nodeId, actionTitle, lines, before, after }: DescribedPlanChange) {
  const author = { authorId: actorId, authorName: actorName };
  return { id, at: at.toISOString(), ...author, kind, action: nodeId, title: actionTitle, lines, before, after };
}
