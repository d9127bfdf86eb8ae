import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { emptyBodySchema } from "@/lib/schemas/api/empty-body";
import { listAuthorizedOperations } from "@/lib/server/access";
import { authorizeCollectivityRequest } from "@/lib/server/authorize-collectivity-request";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { refreshOperationEvidence } from "@/lib/services/climate-plan/refresh-operation-evidence";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/figures">;

const MAX_BYTES = 1_000;

/** Keeps what the operations of the collectivity prove today; what they proved before stays. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { id, actor } = await authorizeCollectivityRequest(request, (await params).collectivity, "write");
    await readJsonBody(request, emptyBodySchema, MAX_BYTES);
    const operations = await listAuthorizedOperations(id);
    const refreshed = await refreshOperationEvidence(
      id,
      actor,
      operations.map((operation) => operation.id),
      parisCivilDate(Date.now()),
    );
    return Response.json({ refreshed }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
