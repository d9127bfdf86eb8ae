import "server-only";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** What the measures of an operation wait for somebody to say. */
export type MeasuresToDo = {
  /** Suspicions nobody has looked at. */
  readonly openSuspicions: number;
  /** Imports to confirm, to answer or to abandon. */
  readonly waitingImports: number;
};

export async function findMeasuresToDo(operationId: AuthorizedOperationId): Promise<MeasuresToDo> {
  const { rows } = await pool.query<MeasuresToDo>(
    `SELECT (SELECT count(*)::int FROM measure_suspicion
              WHERE operation_id = $1 AND dismissed_at IS NULL) AS "openSuspicions",
            (SELECT count(*)::int FROM measure_import
              WHERE operation_id = $1 AND status = 'waiting') AS "waitingImports"`,
    [operationId],
  );
  return rows[0] ?? { openSuspicions: 0, waitingImports: 0 };
}
