import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";
import { IS_STALE } from "./stale-runs";

/** The latest version of a settled period, with its totals. [Wh] */
export type DashboardRun = {
  readonly operationId: string;
  readonly id: string;
  readonly period: Period;
  readonly version: number;
  readonly createdAt: Date;
  /** Steps of all metering points whose value was corrected (art. 5.2.3). */
  readonly correctedSteps: number;
  readonly isClosed: boolean;
  /** Data changed since; of a closed period too. */
  readonly isStale: boolean;
  readonly productionWh: number;
  readonly withdrawalWh: number;
  readonly selfConsumedWh: number;
  readonly surplusWh: number;
};

type Row = Omit<DashboardRun, "period"> & { readonly from: CivilDate; readonly toExclusive: CivilDate };

/** The latest run of each period of many operations that has a day among these, oldest period first. One query. */
export async function listDashboardRuns(
  operationIds: readonly AuthorizedOperationId[],
  { from, toExclusive }: Period,
): Promise<readonly DashboardRun[]> {
  const { rows } = await pool.query<Row>(
    `SELECT r.operation_id::text AS "operationId", r.id::text, r.period_from::text AS "from",
            r.period_to::text AS "toExclusive", r.version::int, r.created_at AS "createdAt",
            r.corrected_steps AS "correctedSteps", r.production_wh AS "productionWh",
            r.withdrawal_wh AS "withdrawalWh", r.self_consumed_wh AS "selfConsumedWh", r.surplus_wh AS "surplusWh",
            EXISTS (SELECT FROM period_closing p
                     WHERE p.operation_id = r.operation_id AND p.period_from = r.period_from
                       AND p.reopened_at IS NULL) AS "isClosed",
            (${IS_STALE}) AS "isStale"
       FROM (SELECT DISTINCT ON (operation_id, period_from) * FROM settlement_run
              WHERE operation_id = ANY($1::uuid[]) AND period_from < $3::date AND period_to > $2::date
              ORDER BY operation_id, period_from, version DESC) r
      ORDER BY r.operation_id, r.period_from`,
    [operationIds, from, toExclusive],
  );
  return rows.map(({ from: first, toExclusive: end, ...run }) => ({
    ...run,
    period: { from: first, toExclusive: end },
  }));
}

/** From the first to the last settled day, whatever the periods between. */
export type SettledSpan = Period & {
  /** First day of the last settled period. */
  readonly lastFrom: CivilDate;
};

/** What is settled of operations together; null where nothing is. */
export async function readSettledSpan(operationIds: readonly AuthorizedOperationId[]): Promise<SettledSpan | null> {
  const { rows } = await pool.query<{ [Key in keyof SettledSpan]: CivilDate | null }>(
    `SELECT min(period_from)::text AS "from", max(period_from)::text AS "lastFrom", max(period_to)::text AS "toExclusive"
       FROM settlement_run WHERE operation_id = ANY($1::uuid[])`,
    [operationIds],
  );
  const { from, lastFrom, toExclusive } = rows[0] ?? { from: null, lastFrom: null, toExclusive: null };
  return from && lastFrom && toExclusive && { from, lastFrom, toExclusive };
}
