import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** The last day a meter sent values for, in either direction; null when it never did. */
export async function findLastMeasuredDay(
  operationId: AuthorizedOperationId,
  meteringPointId: string,
): Promise<CivilDate | null> {
  // One step down the primary key for each direction, not a walk through every day.
  const { rows } = await pool.query<{ day: CivilDate | null }>(
    `SELECT max(last.day)::text AS day
       FROM unnest(ARRAY['withdrawal', 'injection']::"EnergyQuantity"[]) AS q(quantity),
            LATERAL (SELECT day FROM load_curve_day
                      WHERE operation_id = $1 AND metering_point_id = $2 AND quantity = q.quantity
                        AND superseded_at IS NULL
                      ORDER BY day DESC LIMIT 1) AS last`,
    [operationId, meteringPointId],
  );
  return rows[0]?.day ?? null;
}
