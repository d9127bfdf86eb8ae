import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { listImports } from "@/lib/services/measures/list-imports";

/** The latest imports; the report of each is at its own address. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/imports">) {
  try {
    const { id } = await authorizeOperationRequest(request, (await params).acc, "read", "measures");
    const imports = (await listImports(id)).map(({ report, answers: _, ...row }) => ({
      ...row,
      totals: report?.totals ?? null,
    }));
    return Response.json({ imports });
  } catch (error) {
    return toErrorResponse(error);
  }
}
