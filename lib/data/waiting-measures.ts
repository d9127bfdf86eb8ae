import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** What the measures of an operation wait for somebody to say, and since when. */
export type WaitingMeasures = {
  readonly operationId: string;
  /** Suspicions nobody has looked at. */
  readonly openSuspicions: number;
  /** Imports to confirm, to answer or to abandon. */
  readonly waitingImports: number;
  /** In Paris; null where nothing waits. */
  readonly suspectedOn: CivilDate | null;
  readonly importedOn: CivilDate | null;
};

/** What the measures of many operations wait for; those that wait for nothing are left out. */
export async function listWaitingMeasures(
  operationIds: readonly AuthorizedOperationId[],
): Promise<readonly WaitingMeasures[]> {
  const { rows } = await pool.query<WaitingMeasures>(
    `SELECT operation_id::text AS "operationId",
            count(*) FILTER (WHERE what = 'suspicion')::int AS "openSuspicions",
            count(*) FILTER (WHERE what = 'import')::int AS "waitingImports",
            (min(created_at) FILTER (WHERE what = 'suspicion') AT TIME ZONE 'Europe/Paris')::date::text AS "suspectedOn",
            (min(created_at) FILTER (WHERE what = 'import') AT TIME ZONE 'Europe/Paris')::date::text AS "importedOn"
       FROM (SELECT operation_id, 'suspicion' AS what, created_at FROM measure_suspicion
              WHERE operation_id = ANY($1::uuid[]) AND dismissed_at IS NULL
              UNION ALL
             SELECT operation_id, 'import', created_at FROM measure_import
              WHERE operation_id = ANY($1::uuid[]) AND status = 'waiting') waiting
      GROUP BY operation_id`,
    [operationIds],
  );
  return rows;
}
