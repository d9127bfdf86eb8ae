import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { authenticateRequest, listCallerOperations } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { describeDeadlines } from "@/lib/services/deadlines/describe-deadlines";

/** The deadlines of every operation the caller may read. */
export async function GET(request: Request) {
  try {
    const operations = await listCallerOperations(await authenticateRequest(request));
    return Response.json(await describeDeadlines(operations, parisCivilDate(Date.now())));
  } catch (error) {
    return toErrorResponse(error);
  }
}
