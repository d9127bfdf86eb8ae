import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readClimateSnapshot } from "@/lib/services/climate-plan/read-climate-snapshot";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/snapshots/[id]">;

/** The climate plan as it was when it was kept. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { collectivity, id: snapshotId } = await params;
    const { id } = await authorizeClimatePlanRequest(request, collectivity, "read");
    const { head, content } = requireFound(isUuid(snapshotId) ? await readClimateSnapshot(id, snapshotId) : null);
    const { takenAtMs, authorId: _, ...rest } = head;
    const { actions, statuses, notes = {}, scores } = content;
    const takenAt = new Date(takenAtMs).toISOString();
    return Response.json({ ...rest, takenAt, actions, statuses, notes, scores });
  } catch (error) {
    return toErrorResponse(error);
  }
}
