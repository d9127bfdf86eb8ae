import { emptyBodySchema } from "@/lib/schemas/api/empty-body";
import { authorizeCollectivityRequest } from "@/lib/server/authorize-collectivity-request";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { removeLogo } from "@/lib/services/logo/remove-logo";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/logo/removal">;

const MAX_BYTES = 1_000;

/** Takes the logo of a collectivity away. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { id, actor } = await authorizeCollectivityRequest(request, (await params).collectivity, "write");
    await readJsonBody(request, emptyBodySchema, MAX_BYTES);
    requireFound((await removeLogo(id, actor)) || null);
    return Response.json({ removed: true });
  } catch (error) {
    return toErrorResponse(error);
  }
}
