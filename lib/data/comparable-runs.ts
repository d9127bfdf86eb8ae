import "server-only";
import type { ClosedRun } from "@/lib/domain/participant-space/others-comparison";
import type { PublishedParty } from "@/lib/domain/publishing/count-participants";
import type { SettledHolding } from "@/lib/domain/publishing/group-holdings";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** Runs that closed a period, with who is behind them. */
export type ComparableRuns = {
  /** Oldest first. */
  readonly runs: readonly ClosedRun[];
  readonly parties: readonly PublishedParty[];
};

/**
 * Every run that closed a period around the last twelve closed ones in which a participant consumed, with what each
 * consumer drew and was given: for a sum of many alone, see `compareWithOthers`. Empty when he never was in one.
 */
export async function listComparableRuns(
  operationId: AuthorizedOperationId,
  participantId: string,
): Promise<ComparableRuns> {
  type Row = SettledHolding & { runId: string; from: CivilDate; toExclusive: CivilDate; isStanding: boolean };
  const [holdings, parties] = await Promise.all([
    pool.query<Row>(
      `WITH own AS (
         SELECT c.period_from FROM period_closing c
          WHERE c.operation_id = $1 AND c.reopened_at IS NULL
            AND EXISTS (SELECT FROM attachment a
                          JOIN settlement_run_point p ON p.operation_id = $1 AND p.run_id = c.run_id
                               AND p.metering_point_id = a.metering_point_id AND p.role = a.role
                         WHERE a.operation_id = $1 AND a.participant_id = $2 AND a.role = 'consumer'
                           AND daterange(a.from_day, a.to_day) && daterange(c.period_from, c.period_to))
          ORDER BY c.period_from DESC LIMIT 12),
       run AS (
         SELECT c.run_id, c.period_from, c.period_to, bool_or(c.reopened_at IS NULL) AS is_standing
           FROM period_closing c, (SELECT min(period_from) AS first, max(period_from) AS last FROM own) s
          WHERE c.operation_id = $1 AND c.period_from >= s.first - interval '13 months'
            AND c.period_from <= s.last + interval '13 months'
          GROUP BY c.run_id, c.period_from, c.period_to)
       SELECT DISTINCT r.run_id::text AS "runId", r.period_from::text AS "from", r.period_to::text AS "toExclusive",
              r.is_standing AS "isStanding", coalesce(a.participant_id, mp.participant_id)::text AS "participantId",
              p.metering_point_id::text AS "meteringPointId", 'consumer' AS role, p.energy_wh AS "energyWh",
              p.shared_wh AS "sharedWh"
         FROM run r
         JOIN settlement_run_point p ON p.operation_id = $1 AND p.run_id = r.run_id AND p.role = 'consumer'
         JOIN metering_point mp ON mp.operation_id = $1 AND mp.id = p.metering_point_id
         LEFT JOIN attachment a ON a.operation_id = $1 AND a.metering_point_id = p.metering_point_id
              AND a.role = p.role AND daterange(a.from_day, a.to_day) && daterange(r.period_from, r.period_to)`,
      [operationId, participantId],
    ),
    pool.query<PublishedParty>(
      `SELECT id::text, kind::text AS kind, legal_id AS "legalId" FROM participant WHERE operation_id = $1`,
      [operationId],
    ),
  ]);
  const runs = new Map<string, ClosedRun & { readonly settled: SettledHolding[] }>();
  for (const { runId, from, toExclusive, isStanding, ...holding } of holdings.rows) {
    const run = runs.get(runId) ?? { period: { from, toExclusive }, isStanding, settled: [] };
    run.settled.push(holding);
    runs.set(runId, run);
  }
  return {
    runs: [...runs.values()].toSorted((a, b) => a.period.from.localeCompare(b.period.from)),
    parties: parties.rows,
  };
}
