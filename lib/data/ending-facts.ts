import "server-only";
import type { OperationStatus } from "@/lib/domain/operation/operation-status-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** A suspension, its end or the end of the convention, as it was recorded, and who has been told. */
export type EndingFact = {
  readonly operationId: string;
  readonly from: CivilDate;
  readonly status: OperationStatus;
  /** A request of ours brought it; else a letter of the DSO did. */
  readonly isRequested: boolean;
  /** Day of the record, in Paris. */
  readonly recordedDay: CivilDate;
  /** Who takes part on the day before, or on the day asked about, and was not told. */
  readonly untoldCount: number;
  readonly lastToldDay: CivilDate | null;
};

/** What was decided of the conventions of some operations, in the order it was recorded. One query. */
export async function listEndingFacts(
  operationIds: readonly AuthorizedOperationId[],
  today: CivilDate,
): Promise<readonly EndingFact[]> {
  const { rows } = await pool.query<EndingFact>(
    `SELECT s.operation_id::text AS "operationId", s.from_day::text AS "from", s.status::text AS status,
            s.request_id IS NOT NULL AS "isRequested",
            (s.created_at AT TIME ZONE 'Europe/Paris')::date::text AS "recordedDay",
            (SELECT count(DISTINCT a.participant_id)::int FROM attachment a
               JOIN participant p ON p.operation_id = a.operation_id AND p.id = a.participant_id
              WHERE a.operation_id = s.operation_id AND p.restricted_at IS NULL AND p.erased_at IS NULL
                AND a.from_day <= least(s.from_day - 1, $2::date)
                AND (a.to_day IS NULL OR a.to_day > least(s.from_day - 1, $2::date))
                AND NOT EXISTS (SELECT FROM end_notice n WHERE n.operation_id = s.operation_id
                                   AND n.effect_day = s.from_day AND n.participant_id = a.participant_id)
            ) AS "untoldCount",
            (SELECT max(told_day)::text FROM end_notice n
              WHERE n.operation_id = s.operation_id AND n.effect_day = s.from_day) AS "lastToldDay"
       FROM operation_status s WHERE s.operation_id = ANY($1::uuid[]) ORDER BY s.created_at, s.id`,
    [operationIds, today],
  );
  return rows;
}
