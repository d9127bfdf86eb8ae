import "server-only";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** How far an operation's journal goes: both grow with each write and never fall. */
export type OperationStamp = { readonly changedAt: Date; readonly writes: number };

/** The stamps of many operations, by id. */
export async function readOperationStamps(
  operationIds: readonly AuthorizedOperationId[],
): Promise<ReadonlyMap<string, OperationStamp>> {
  const { rows } = await pool.query<OperationStamp & { readonly operationId: string }>(
    `SELECT operation_id::text AS "operationId", max(at) AS "changedAt", count(*)::int AS writes
       FROM audit_event WHERE operation_id = ANY($1::uuid[]) GROUP BY operation_id`,
    [operationIds],
  );
  return new Map(rows.map(({ operationId, ...stamp }) => [operationId, stamp]));
}
