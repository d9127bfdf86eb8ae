import "server-only";
import type { RequestKind } from "@/lib/domain/requests/request-kind";
import type { RequestState } from "@/lib/domain/requests/request-state";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** What reminders of a request depend on. */
export type WatchedRequest = {
  readonly operationId: string;
  readonly id: string;
  /** Counted from 1 in the operation. */
  readonly number: number;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly wantedDay: CivilDate;
  /** Day on which it was sent last. */
  readonly sentDay: CivilDate | null;
  /** Day on which the DSO answered what was sent last; null until then. */
  readonly answeredDay: CivilDate | null;
  readonly effectDay: CivilDate | null;
};

/**
 * The requests of several operations that are still open, or that something happened to lately, in one query.
 *
 * @param since - What ended before this day is left out.
 */
export async function listWatchedRequests(
  operationIds: readonly AuthorizedOperationId[],
  since: CivilDate,
): Promise<readonly WatchedRequest[]> {
  const { rows } = await pool.query<WatchedRequest>(
    `SELECT r.operation_id::text AS "operationId", r.id::text, r.number::int, r.kind::text, r.state::text,
            r.wanted_day::text AS "wantedDay", r.sent_day::text AS "sentDay", r.effect_day::text AS "effectDay",
            (SELECT max(e.day)::text FROM convention_request_event e
              WHERE e.operation_id = r.operation_id AND e.request_id = r.id AND e.state IN ('accepted', 'anomaly')
                AND e.position > (SELECT max(s.position) FROM convention_request_event s
                                   WHERE s.operation_id = r.operation_id AND s.request_id = r.id AND s.state = 'sent')
            ) AS "answeredDay"
       FROM convention_request r
      WHERE r.operation_id = ANY($1::uuid[]) AND r.state <> 'withdrawn'
        AND (r.state <> 'in_effect' OR r.last_day >= $2::date)
      ORDER BY r.operation_id, r.number`,
    [operationIds, since],
  );
  return rows;
}
