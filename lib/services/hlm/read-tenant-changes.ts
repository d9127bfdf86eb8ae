import "server-only";
import type { ListPage } from "@/lib/data/list-page";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listOpenTenantChanges, listTenantChanges, type TenantChangeRow } from "@/lib/data/tenant-changes";
import { type TenantChangeState, tenantChangeState } from "@/lib/domain/hlm/tenant-change-state";
import { tenantReturnDay } from "@/lib/domain/hlm/tenant-return-day";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { type CutPage, cutPage } from "@/lib/services/cut-page";

/**
 * A change of tenant with where it stands and when its point comes back; null: nobody moves in yet. Who may not read words
 * is told neither where nor who: both are null.
 */
export type ReadTenantChange = Omit<TenantChangeRow, "point"> & {
  readonly point: TenantChangeRow["point"] | null;
  readonly state: TenantChangeState;
  readonly returnDay: CivilDate | null;
};

/** An operation whose tenants somebody follows. */
type FollowedOperation = { readonly id: AuthorizedOperationId; readonly mayReadWords: boolean };

/** A page of the changes of tenant of an operation, latest first. */
export async function readTenantChanges(
  operation: FollowedOperation,
  { before, limit }: ListPage,
): Promise<CutPage<ReadTenantChange>> {
  const { rows, next } = cutPage(await listTenantChanges(operation.id, { before, limit: limit + 1 }), limit);
  return { rows: rows.map((change) => judge(change, operation)), next };
}

/** Those of which something can still be noted, latest first. */
export async function readOpenTenantChanges(operation: FollowedOperation): Promise<readonly ReadTenantChange[]> {
  return (await listOpenTenantChanges([operation.id])).map((change) => judge(change, operation));
}

const judge = (change: TenantChangeRow, { mayReadWords }: FollowedOperation): ReadTenantChange => ({
  ...change,
  ...(!mayReadWords && { point: null, newTenant: null }),
  state: tenantChangeState(change),
  returnDay: change.serviceDay && tenantReturnDay(change.serviceDay),
});
