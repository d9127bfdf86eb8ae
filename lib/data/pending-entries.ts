import "server-only";
import type { HeldStay } from "@/lib/domain/coefficients/list-announcements";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/**
 * The stays that requests under way will make, from the day the DSO gave or the wanted one: once a request is sent, the
 * registry plans them no more.
 */
export async function listPendingEntries(operationId: AuthorizedOperationId): Promise<readonly HeldStay[]> {
  const { rows } = await pool.query<HeldStay>(
    `SELECT m.participant_id::text AS "participantId", l.metering_point_id::text AS "meteringPointId", l.role::text,
            coalesce(r.effect_day, r.wanted_day)::text AS "from", NULL AS "toExclusive"
       FROM convention_request r
       JOIN convention_request_line l ON l.operation_id = r.operation_id AND l.request_id = r.id AND l.move = 'entry'
       JOIN metering_point m ON m.operation_id = l.operation_id AND m.id = l.metering_point_id
      WHERE r.operation_id = $1 AND r.state IN ('sent', 'anomaly', 'accepted')
      ORDER BY m.prm, l.role`,
    [operationId],
  );
  return rows;
}
