import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { PriceEntry } from "@/lib/domain/tariffs/price-entry";
import { type AuditEntry, insertAuditEventWith } from "./audit-events";
import { type MoneyWriting, startMoneyWriting } from "./money-writing";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

export type PriceWriting = {
  readonly money: MoneyWriting;
  /** Whether one of these metering points or participants is of somebody who asked to be forgotten. */
  readonly hasErased: (ids: readonly string[]) => Promise<boolean>;
  /** Ends what stands; false when nothing of this id does. */
  readonly endPrice: (id: string) => Promise<boolean>;
  /** @returns Its id. */
  readonly insertPrice: (entry: PriceEntry) => Promise<string>;
  readonly recordEvent: (
    event: Pick<AuditEntry, "action" | "objectType" | "objectId" | "before" | "after">,
  ) => Promise<void>;
};

/**
 * Runs one change of prices as one transaction, with the money that is derived anew from it.
 *
 * Under the lock of settlements: a run either is stored after the change and knows it, or is one of those derived anew.
 */
export async function writePrices<T>(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (writing: PriceWriting) => Promise<T>,
): Promise<T> {
  return inLockedTransaction(settlementLock(operationId), (client) =>
    body({
      money: startMoneyWriting(client, operationId),
      hasErased: (ids) => hasErased(client, operationId, ids),
      endPrice: async (id) => {
        const { rowCount } = await client.query(
          `UPDATE price_entry SET superseded_at = clock_timestamp(), superseded_by = $3
            WHERE operation_id = $1 AND id = $2 AND superseded_at IS NULL`,
          [operationId, id, actor.userId],
        );
        return rowCount === 1;
      },
      insertPrice: async (entry) => {
        const id = randomUUID();
        await client.query(
          `INSERT INTO price_entry (operation_id, id, kind, metering_point_id, producer_id, participant_id, code,
             from_day, values, source, created_at, created_by)
           VALUES ($1, $2, $3::"PriceKind", $4, $5, $6, $7, $8::date, $9, $10, clock_timestamp(), $11)`,
          [
            operationId,
            id,
            entry.kind,
            entry.meteringPointId,
            entry.producerId,
            entry.participantId,
            entry.code,
            entry.from,
            JSON.stringify(entry.values),
            entry.source,
            actor.userId,
          ],
        );
        return id;
      },
      recordEvent: (event) => insertAuditEventWith(client, { ...event, operationId, actor }),
    }),
  );
}

async function hasErased(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  ids: readonly string[],
): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM participant h
      WHERE h.operation_id = $1 AND (h.restricted_at IS NOT NULL OR h.erased_at IS NOT NULL)
        AND (h.id = ANY($2::uuid[]) OR EXISTS (
          SELECT FROM metering_point p
           WHERE p.operation_id = $1 AND p.participant_id = h.id AND p.id = ANY($2::uuid[])))
      LIMIT 1`,
    [operationId, ids],
  );
  return rowCount === 1;
}
