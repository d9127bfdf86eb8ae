import "server-only";
import { randomUUID } from "node:crypto";
import type { OperationStatus } from "@/lib/domain/operation/operation-status-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { settlementLock } from "./operation-locks";
import { listOperationStatuses, type RecordedStatus } from "./operation-statuses";
import { inLockedTransaction } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/**
 * Records what the DSO decided of the convention, which no request of ours brought. One transaction with its audit event;
 * no request takes effect meanwhile.
 *
 * @param check - Throws what the statuses, as they stand, refuse.
 */
export async function insertOperationStatus(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { status, from }: { readonly status: OperationStatus; readonly from: CivilDate },
  check: (statuses: readonly RecordedStatus[]) => void,
): Promise<void> {
  await inLockedTransaction(settlementLock(operationId), async (client) => {
    check(await listOperationStatuses(operationId));
    await client.query(
      `INSERT INTO operation_status (operation_id, id, from_day, status, created_at, created_by)
       VALUES ($1, $2, $3::date, $4, clock_timestamp(), $5)`,
      [operationId, randomUUID(), from, status, actor.userId],
    );
    const entry = { operationId, actor, objectType: "operation", objectId: operationId } as const;
    await insertAuditEventWith(client, { ...entry, action: "set.operation_status", after: { status, from } });
  });
}
