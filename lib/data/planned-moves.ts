import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** How many metering points enter or leave an operation on a day to come. */
export type PlannedMoves = {
  readonly operationId: string;
  readonly day: CivilDate;
  readonly entries: number;
  readonly exits: number;
};

/**
 * The moves to come that nobody asked the DSO for yet: neither a request holds them, nor did the DSO set their day.
 *
 * A request that is in effect has made its move: the next one of the same metering point is to be asked for anew.
 *
 * An exit by the end or the suspension of a contract is the DSO's own (art. 3.2.2): nobody asks for it.
 *
 * @param today - What takes effect on this day or before is over.
 */
export async function listUnrequestedMoves(
  operationIds: readonly AuthorizedOperationId[],
  today: CivilDate,
): Promise<readonly PlannedMoves[]> {
  const { rows } = await pool.query<PlannedMoves>(
    `SELECT m.operation_id::text AS "operationId", m.day::text,
            count(*) FILTER (WHERE m.move = 'entry')::int AS entries,
            count(*) FILTER (WHERE m.move = 'exit')::int AS exits
       FROM (SELECT operation_id, metering_point_id, role, 'entry' AS move, from_day AS day FROM attachment
              WHERE operation_id = ANY($1::uuid[]) AND from_day > $2::date AND requested_from_day IS NULL
              UNION ALL
             SELECT operation_id, metering_point_id, role, 'exit', to_day FROM attachment
              WHERE operation_id = ANY($1::uuid[]) AND to_day > $2::date AND to_day > from_day
                AND requested_to_day IS NULL AND coalesce(exit_cause, 'organiser') = 'organiser') m
       JOIN operation o ON o.id = m.operation_id AND m.day > o.start_day
      WHERE NOT EXISTS (
              SELECT FROM convention_request q
                JOIN convention_request_line l ON l.operation_id = q.operation_id AND l.request_id = q.id
               WHERE q.operation_id = m.operation_id AND q.state NOT IN ('withdrawn', 'in_effect')
                 AND l.metering_point_id = m.metering_point_id AND l.role = m.role AND l.move::text = m.move)
        AND NOT EXISTS (
              -- A PRM that changes hands neither leaves nor enters.
              SELECT FROM attachment a
               WHERE a.operation_id = m.operation_id AND a.metering_point_id = m.metering_point_id AND a.role = m.role
                 AND CASE m.move WHEN 'entry' THEN a.to_day = m.day AND a.from_day < a.to_day
                                 ELSE a.from_day = m.day AND coalesce(a.to_day, 'infinity') > a.from_day END)
      GROUP BY m.operation_id, m.day`,
    [operationIds, today],
  );
  return rows;
}
