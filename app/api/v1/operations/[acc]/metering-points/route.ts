import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { listPerimeterPoints } from "@/lib/services/list-perimeter-points";

/** The perimeter: every metering point with the days it counts. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/metering-points">) {
  try {
    const { id } = await authorizeOperationRequest(request, (await params).acc, "read");
    return Response.json({ meteringPoints: await listPerimeterPoints(id) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
