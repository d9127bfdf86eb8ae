import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";
import { IS_STALE } from "./stale-runs";

/** The latest version of a settled period, as its deadlines need it. */
export type WatchedRun = {
  readonly operationId: string;
  readonly period: Period;
  /** In Paris. */
  readonly settledOn: CivilDate;
  readonly isClosed: boolean;
  /** Data changed since; never of a closed period, which waits for nothing. */
  readonly isStale: boolean;
  /** Figures that differ from the operator's. */
  readonly differences: number;
};

type Row = Omit<WatchedRun, "period"> & { readonly from: CivilDate; readonly toExclusive: CivilDate };

/** The latest run of each period of many operations that ended on a day or later. */
export async function listWatchedRuns(
  operationIds: readonly AuthorizedOperationId[],
  endedFrom: CivilDate,
): Promise<readonly WatchedRun[]> {
  const { rows } = await pool.query<Row>(
    `SELECT r.operation_id::text AS "operationId", r.period_from::text AS "from", r.period_to::text AS "toExclusive",
            (r.created_at AT TIME ZONE 'Europe/Paris')::date::text AS "settledOn", r.is_closed AS "isClosed",
            NOT r.is_closed AND (${IS_STALE}) AS "isStale",
            (SELECT count(*)::int FROM settlement_comparison_figure f
              WHERE f.operation_id = r.operation_id AND f.run_id = r.id AND f.is_different) AS differences
       FROM (SELECT DISTINCT ON (operation_id, period_from) settlement_run.*,
                    EXISTS (SELECT FROM period_closing p
                             WHERE p.operation_id = settlement_run.operation_id
                               AND p.period_from = settlement_run.period_from AND p.reopened_at IS NULL) AS is_closed
               FROM settlement_run
              WHERE operation_id = ANY($1::uuid[]) AND period_to >= $2::date
              ORDER BY operation_id, period_from, version DESC) r`,
    [operationIds, endedFrom],
  );
  return rows.map(({ from, toExclusive, ...run }) => ({ ...run, period: { from, toExclusive } }));
}

/** The settled periods of many operations that ended on a day or later, by their first day. */
export async function listSettledPeriods(
  operationIds: readonly AuthorizedOperationId[],
  endedFrom: CivilDate,
): Promise<readonly { readonly operationId: string; readonly from: CivilDate }[]> {
  const { rows } = await pool.query<{ operationId: string; from: CivilDate }>(
    `SELECT DISTINCT operation_id::text AS "operationId", period_from::text AS "from"
       FROM settlement_run WHERE operation_id = ANY($1::uuid[]) AND period_to >= $2::date`,
    [operationIds, endedFrom],
  );
  return rows;
}
