import { authenticateRequest, listCallerOperations } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { listOperations } from "@/lib/services/list-operations";

/** The operations the caller may open. */
export async function GET(request: Request) {
  try {
    const operations = await listOperations(await listCallerOperations(await authenticateRequest(request)));
    return Response.json({
      operations: operations.map(({ id: _id, latestRun: _run, rates: _rates, ...sheet }) => sheet),
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}
