import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { MissingMeasure } from "@/lib/domain/settlement/find-missing-measures";
import { groupMissing, type MissingPoint } from "./list-periods";

/** What a settlement lacks, with the PRM and the names people know. */
export async function listMissingPoints(
  operationId: AuthorizedOperationId,
  missing: readonly MissingMeasure[],
): Promise<readonly MissingPoint[]> {
  return groupMissing(missing, await listMeteringPoints(operationId));
}
