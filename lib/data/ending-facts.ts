import "server-only";
import type { OperationStatus } from "@/lib/domain/operation/operation-status-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** A suspension, its end or the end of the convention, recorded or asked for, and who has been told. */
export type EndingFact = {
  readonly operationId: string;
  readonly from: CivilDate;
  readonly status: OperationStatus;
  /** A request of ours brought it, or will; else a letter of the DSO did. */
  readonly isRequested: boolean;
  /** Only a request announces it: it does not hold yet. */
  readonly isAnnounced: boolean;
  /**
   * The day the organiser knew: it sent its termination, the DSO accepted its suspension; without a request, the day of the
   * record in Paris.
   */
  readonly knownDay: CivilDate;
  /** Who takes part on the day before, or on the day asked about, and was not told. */
  readonly untoldCount: number;
  readonly lastToldDay: CivilDate | null;
  /** The day the DSO told suppliers, producers and balance responsible parties; null: not noted. */
  readonly dsoToldDay: CivilDate | null;
};

// A termination needs nobody's agreement (art. 8.5.1).
const KNOWN_BY_REQUEST = `CASE r.kind WHEN 'termination' THEN r.sent_day
   ELSE (SELECT max(e.day) FROM convention_request_event e
          WHERE e.operation_id = r.operation_id AND e.request_id = r.id AND e.state = 'accepted') END`;

const ENDINGS = `SELECT o.operation_id, o.from_day, o.status::text AS status, o.request_id, false AS is_announced,
         coalesce(${KNOWN_BY_REQUEST}, (o.created_at AT TIME ZONE 'Europe/Paris')::date) AS known_day,
         o.created_at, o.id
    FROM operation_status o
    LEFT JOIN convention_request r ON r.operation_id = o.operation_id AND r.id = o.request_id
   WHERE o.operation_id = ANY($1::uuid[])
   UNION ALL
  SELECT r.operation_id, coalesce(r.effect_day, r.wanted_day),
         CASE r.kind WHEN 'termination' THEN 'ended' ELSE 'suspended' END, r.id, true, ${KNOWN_BY_REQUEST}, NULL, r.id
    FROM convention_request r
   WHERE r.operation_id = ANY($1::uuid[]) AND r.kind IN ('suspension', 'termination')
     AND (r.state = 'accepted' OR r.state = 'sent' AND r.kind = 'termination')`;

// What people are told of a day holds for what they are told of: a suspension is no end.
const IS_TOLD = `n.operation_id = s.operation_id AND n.effect_day = s.from_day
   AND n.ending::text = CASE s.status WHEN 'ended' THEN 'termination' ELSE 'suspension' END`;

/**
 * What was decided of the conventions of some operations, in the order it was recorded, then what requests under way ask
 * for. One query.
 */
export async function listEndingFacts(
  operationIds: readonly AuthorizedOperationId[],
  today: CivilDate,
): Promise<readonly EndingFact[]> {
  const { rows } = await pool.query<EndingFact>(
    `SELECT s.operation_id::text AS "operationId", s.from_day::text AS "from", s.status,
            s.request_id IS NOT NULL AS "isRequested", s.is_announced AS "isAnnounced",
            s.known_day::text AS "knownDay",
            (SELECT count(DISTINCT a.participant_id)::int FROM attachment a
               JOIN participant p ON p.operation_id = a.operation_id AND p.id = a.participant_id
              WHERE a.operation_id = s.operation_id AND p.restricted_at IS NULL AND p.erased_at IS NULL
                AND a.from_day <= least(s.from_day - 1, $2::date)
                AND (a.to_day IS NULL OR a.to_day > least(s.from_day - 1, $2::date))
                AND NOT EXISTS (SELECT FROM end_notice n WHERE ${IS_TOLD} AND n.participant_id = a.participant_id)
            ) AS "untoldCount",
            (SELECT max(told_day)::text FROM end_notice n WHERE ${IS_TOLD}) AS "lastToldDay",
            (SELECT told_day::text FROM dso_end_notice n WHERE ${IS_TOLD}
              ORDER BY n.created_at DESC, n.id DESC LIMIT 1) AS "dsoToldDay"
       FROM (${ENDINGS}) s ORDER BY s.created_at, s.id`,
    [operationIds, today],
  );
  return rows;
}
