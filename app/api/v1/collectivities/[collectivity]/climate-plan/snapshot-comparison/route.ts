import { snapshotComparisonQuerySchema } from "@/lib/schemas/climate-snapshot";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { type ComparedPlan, compareClimateSnapshots } from "@/lib/services/climate-plan/compare-climate-snapshots";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/snapshot-comparison">;

/** What differs between two kept states of the climate plan, or one and today's. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { id } = await authorizeClimatePlanRequest(request, (await params).collectivity, "read");
    const query = snapshotComparisonQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const found = requireFound(await compareClimateSnapshots(id, query.before, query.after));
    return Response.json({
      before: toSide(found.before),
      after: toSide(found.after),
      actions: found.actions
        .filter(({ isChanged, depth }) => isChanged || depth === 0)
        .map(({ isChanged: _, ...action }) => action),
      profile: found.profile,
      isProfileKnown: found.isProfileKnown,
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}

function toSide({ snapshot, ...sums }: ComparedPlan) {
  if (!snapshot) return { ...sums, snapshot };
  const { id, name, takenAtMs } = snapshot;
  return { ...sums, snapshot: { id, name, takenAt: new Date(takenAtMs).toISOString() } };
}
