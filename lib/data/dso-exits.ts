import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** A metering point that leaves because its contract ends or is suspended, of which no letter of the DSO is recorded. */
export type UntoldExit = {
  readonly operationId: string;
  readonly meteringPointId: string;
  readonly prm: string;
  readonly cause: "contract_ended" | "contract_suspended";
  /** First day on which it no longer counts. */
  readonly day: CivilDate;
};

/**
 * The exits of some operations that the DSO decides (art. 3.2.2) and has not written about. A letter is of the stay in which,
 * or after which, its day falls. A tenant's departure is told by another way.
 *
 * @param since - What ended before this day is left out: the DSO has acted on it by then, whoever told it.
 */
export async function listUntoldExits(
  operationIds: readonly AuthorizedOperationId[],
  since: CivilDate,
): Promise<readonly UntoldExit[]> {
  const { rows } = await pool.query<UntoldExit>(
    `SELECT DISTINCT a.operation_id::text AS "operationId", a.metering_point_id::text AS "meteringPointId", m.prm,
            a.exit_cause::text AS cause, a.to_day::text AS day
       FROM attachment a
       JOIN metering_point m ON m.operation_id = a.operation_id AND m.id = a.metering_point_id
      WHERE a.operation_id = ANY($1::uuid[]) AND a.to_day >= $2::date AND a.to_day > a.from_day
        AND a.exit_cause IN ('contract_ended', 'contract_suspended')
        AND NOT EXISTS (
              SELECT FROM convention_letter c
               WHERE c.operation_id = a.operation_id AND c.metering_point_id = a.metering_point_id
                 AND c.kind::text = CASE a.exit_cause WHEN 'contract_ended' THEN 'access_ended' ELSE 'access_suspended' END
                 AND coalesce(c.effect_day, c.received_day) >= a.from_day)
        AND NOT EXISTS (
              SELECT FROM tenant_change t
               WHERE t.operation_id = a.operation_id AND t.metering_point_id = a.metering_point_id
                 AND t.end_day = a.to_day)
      ORDER BY 1, 5, 3`,
    [operationIds, since],
  );
  return rows;
}
