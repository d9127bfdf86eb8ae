import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listTenantChanges, type TenantChangeRow } from "@/lib/data/tenant-changes";
import { type TenantChangeState, tenantChangeState } from "@/lib/domain/hlm/tenant-change-state";
import { tenantReturnDay } from "@/lib/domain/hlm/tenant-return-day";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * A change of tenant with where it stands and when its point comes back; null: nobody moves in yet. Who may not read words
 * is told neither where nor who: both are null.
 */
export type ReadTenantChange = Omit<TenantChangeRow, "point"> & {
  readonly point: TenantChangeRow["point"] | null;
  readonly state: TenantChangeState;
  readonly returnDay: CivilDate | null;
};

/** The changes of tenant of an operation, latest first. */
export async function readTenantChanges({
  id,
  mayReadWords,
}: {
  readonly id: AuthorizedOperationId;
  readonly mayReadWords: boolean;
}): Promise<readonly ReadTenantChange[]> {
  const changes = await listTenantChanges([id]);
  return changes.map((change) => ({
    ...change,
    ...(!mayReadWords && { point: null, newTenant: null }),
    state: tenantChangeState(change),
    returnDay: change.serviceDay && tenantReturnDay(change.serviceDay),
  }));
}
