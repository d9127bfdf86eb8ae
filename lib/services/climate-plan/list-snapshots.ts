import "server-only";
import { type ClimateSnapshotHead, listClimateSnapshotHeads } from "@/lib/data/climate-snapshots";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";

/** The states of a climate plan that were kept, latest first, without what they hold. */
export async function listSnapshots(collectivityId: AuthorizedClimatePlanId): Promise<readonly ClimateSnapshotHead[]> {
  return listClimateSnapshotHeads(collectivityId);
}
