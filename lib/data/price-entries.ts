import "server-only";
import type { PoolClient } from "pg";
import type { PriceEntry } from "@/lib/domain/tariffs/price-entry";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** A price that was entered, and when. */
export type PriceRecord = PriceEntry & {
  readonly id: string;
  readonly createdAt: Date;
  /** Null: the installation itself. */
  readonly createdBy: string | null;
};

/** The prices of an operation that stand, oldest first; within a transaction when its client is given. */
export async function listPriceEntries(
  operationId: AuthorizedOperationId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<readonly PriceRecord[]> {
  const { rows } = await client.query<PriceRecord>(
    `SELECT id::text, kind::text, metering_point_id::text AS "meteringPointId", producer_id::text AS "producerId",
            participant_id::text AS "participantId", code, from_day::text AS "from", values, source,
            created_at AS "createdAt", created_by::text AS "createdBy"
       FROM price_entry WHERE operation_id = $1 AND superseded_at IS NULL
      ORDER BY from_day, created_at, id`,
    [operationId],
  );
  return rows;
}
