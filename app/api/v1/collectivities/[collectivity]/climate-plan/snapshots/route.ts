import { newSnapshotSchema } from "@/lib/schemas/climate-snapshot";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { listSnapshots } from "@/lib/services/climate-plan/list-snapshots";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/snapshots">;

const MAX_BYTES = 10_000;

/** The states of the climate plan that were kept, latest first. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { id } = await authorizeClimatePlanRequest(request, (await params).collectivity, "read");
    const snapshots = await listSnapshots(id);
    return Response.json({
      snapshots: snapshots.map(({ takenAtMs, authorId: _, ...head }) => ({
        ...head,
        takenAt: new Date(takenAtMs).toISOString(),
      })),
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Keeps the climate plan as it stands. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { id, actor } = await authorizeClimatePlanRequest(request, (await params).collectivity, "write");
    const { name, reason } = await readJsonBody(request, newSnapshotSchema, MAX_BYTES);
    const snapshotId = await takeClimateSnapshot(id, actor, name, reason);
    return Response.json({ snapshot: { id: snapshotId } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
