import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";

/** A request whose day has come. Its operation is proven where the job that applies it starts. */
export type DueRequest = { readonly operationId: string; readonly requestId: string };

/**
 * The requests of the whole installation that take effect on a day or were to before it, in the order of those days.
 *
 * Accepted ones, and terminations, which need no answer (art. 8.5.1).
 */
export async function listDueRequests(day: CivilDate): Promise<readonly DueRequest[]> {
  const { rows } = await pool.query<DueRequest>(
    `SELECT operation_id::text AS "operationId", id::text AS "requestId" FROM convention_request
      WHERE effect_day <= $1::date AND (state = 'accepted' OR kind = 'termination' AND state = 'sent')
      ORDER BY effect_day, operation_id, number`,
    [day],
  );
  return rows;
}
