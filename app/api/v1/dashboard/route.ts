import { rollingYear } from "@/lib/domain/dashboard/rolling-year";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { dashboardQuerySchema } from "@/lib/schemas/api/dashboard";
import { authenticateRequest, listCallerOperations } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { narrowToCollectivity } from "@/lib/server/narrow-to-collectivity";
import { describeOperationsDashboard } from "@/lib/services/dashboard/describe-operations-dashboard";
import { readOperationsDashboard } from "@/lib/services/dashboard/read-operations-dashboard";

/** What the operations the caller may read gave together. */
export async function GET(request: Request) {
  try {
    const own = await listCallerOperations(await authenticateRequest(request));
    const { from, to, collectivity } = dashboardQuerySchema.parse(
      Object.fromEntries(new URL(request.url).searchParams),
    );
    const operations = narrowToCollectivity(own, collectivity);
    const today = parisCivilDate(Date.now());
    const year = rollingYear(today);
    const window = {
      from: from === undefined ? year.from : civilDate(from),
      toExclusive: to === undefined ? today : civilDate(to),
    };
    return Response.json(
      describeOperationsDashboard(operations, await readOperationsDashboard(operations, window, today)),
    );
  } catch (error) {
    return toErrorResponse(error);
  }
}
