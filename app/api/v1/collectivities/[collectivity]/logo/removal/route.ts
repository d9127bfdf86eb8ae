import { authorizeCollectivityRequest } from "@/lib/server/authorize-collectivity-request";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { removeLogo } from "@/lib/services/logo/remove-logo";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/logo/removal">;

/** Takes the logo of a collectivity away. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { id, actor } = await authorizeCollectivityRequest(request, (await params).collectivity, "write");
    requireFound((await removeLogo(id, actor)) || null);
    return Response.json({ removed: true });
  } catch (error) {
    return toErrorResponse(error);
  }
}
