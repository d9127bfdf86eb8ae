import "server-only";
import type { PoolClient } from "pg";
import type { RunChangeKind } from "@/lib/domain/settlement/run-change";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

const LAST_STEP_CORRECTED = `
  EXISTS (SELECT FROM settlement_run_point_day p
           WHERE p.operation_id = r.operation_id AND p.run_id = r.id AND p.metering_point_id = d.metering_point_id
             AND p.role::text = CASE d.quantity WHEN 'injection' THEN 'producer' ELSE 'consumer' END
             AND p.day = r.period_to - 1 AND get_byte(p.origins, length(p.origins) - 1) <> 0)`;

/** What was written after a run `r` of which it would have depended: where, under which condition, and since when. */
const CHANGES: Readonly<Record<RunChangeKind, { readonly from: string; readonly where: string; readonly at: string }>> =
  {
    key: {
      from: "coefficient_key c",
      where: `c.sent_at > r.created_at AND c.from_day < r.period_to AND coalesce(c.to_day, 'infinity') > r.period_from`,
      at: "c.sent_at",
    },
    delivery: {
      from: "coefficient_delivery c",
      where: `c.source = 'organiser' AND c.changed_at > r.created_at
            AND c.period_from < r.period_to AND c.period_to > r.period_from`,
      at: "c.changed_at",
    },
    perimeter: {
      from: "perimeter_change c",
      where: `c.created_at > r.created_at AND c.moves_points AND c.effect_day < r.period_to
            AND coalesce(c.until_day, 'infinity') > r.period_from`,
      at: "c.created_at",
    },
    decision: {
      from: "measure_decision c",
      where: `(c.created_at > r.created_at OR c.released_at > r.created_at)
            AND (c.released_at IS NULL OR c.created_at <= r.created_at)
            AND c.from_at < (r.period_to + 1)::timestamp AT TIME ZONE 'Europe/Paris'
            AND c.to_at > (r.period_from - 7)::timestamp AT TIME ZONE 'Europe/Paris'`,
      at: "greatest(c.created_at, c.released_at)",
    },
    import: {
      from: "measure_import c",
      where: `c.finished_at > r.created_at AND c.changed_from <= r.period_to AND c.changed_to >= r.period_from - 7
            AND EXISTS (SELECT FROM load_curve_day d
                         WHERE d.operation_id = c.operation_id AND d.import_id = c.id
                           AND d.quantity IN ('withdrawal', 'injection')
                           AND d.day >= r.period_from - CASE WHEN r.corrected_steps > 0 THEN 7 ELSE 0 END
                           AND (d.day < r.period_to OR d.day = r.period_to AND ${LAST_STEP_CORRECTED}))`,
      at: "c.finished_at",
    },
    holidays: {
      from: "(SELECT id, id AS operation_id, holiday_region_changed_at AS at FROM operation) c",
      where: `c.at > r.created_at
            AND EXISTS (SELECT FROM coefficient_delivery d
                         WHERE d.operation_id = r.operation_id AND d.source = 'organiser' AND d.sent_day IS NOT NULL
                           AND d.period_from < r.period_to AND d.period_to > r.period_from)`,
      at: "c.at",
    },
  };

/** Whether something was written after a run `r` of which it would have depended. */
export const IS_STALE = Object.values(CHANGES)
  .map(({ from, where }) => `EXISTS (SELECT FROM ${from} WHERE c.operation_id = r.operation_id AND ${where})`)
  .join(" OR ");

/**
 * Which runs no longer stand on the latest data: days they used were written since, or a key of their days was, or
 * somebody entered or left for some of them.
 *
 * Besides the days of its period a run used those of the week before when values were corrected (J−7), and the day
 * after for a metering point whose last value was.
 */
export async function listStaleRunIds(
  operationId: AuthorizedOperationId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT r.id::text FROM settlement_run r WHERE r.operation_id = $1 AND (${IS_STALE})`,
    [operationId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Something that was written after a run, of which it would have depended. */
export type RunChange = {
  readonly kind: RunChangeKind;
  /** Of the key, the delivery, the change of the perimeter, the decision or the import. */
  readonly id: string;
  readonly at: Date;
};

/** What was written since a run was made, latest first. */
export async function listRunChanges(operationId: AuthorizedOperationId, runId: string): Promise<readonly RunChange[]> {
  const selects = Object.entries(CHANGES).map(
    ([kind, { from, where, at }]) =>
      `SELECT '${kind}' AS kind, c.id::text AS id, ${at} AS at
         FROM settlement_run r JOIN ${from} ON c.operation_id = r.operation_id AND ${where}
        WHERE r.operation_id = $1 AND r.id = $2`,
  );
  const { rows } = await pool.query<RunChange>(`${selects.join(" UNION ALL ")} ORDER BY at DESC`, [operationId, runId]);
  return rows;
}
