import "server-only";
import type { SettlementRule } from "@/lib/domain/settlement/settlement-rule";
import type { Period } from "@/lib/domain/time/period";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** The latest version of the settled periods that start in a window [$2, $3[ of the operation $1. */
export const WINDOW_RUNS = `
  SELECT DISTINCT ON (period_from) settlement_run.* FROM settlement_run
   WHERE operation_id = $1 AND period_from >= $2::date AND period_from < $3::date
   ORDER BY period_from, version DESC`;

/** Which coefficients shared each settled period that starts in a window, in order. */
export async function listWindowRules(
  operationId: AuthorizedOperationId,
  { from, toExclusive }: Period,
): Promise<readonly SettlementRule[]> {
  const { rows } = await pool.query<{ rules: readonly SettlementRule[] }>(
    `SELECT rules FROM (${WINDOW_RUNS}) r ORDER BY period_from`,
    [operationId, from, toExclusive],
  );
  return rows.flatMap(({ rules }) => rules);
}

/** What a metering point drew over the settled periods of a window. */
export type WindowConsumer = {
  readonly meteringPointId: string;
  /** [Wh] */
  readonly withdrawalWh: number;
  /** [Wh] */
  readonly selfConsumedWh: number;
};

/** The consumers of the settled periods that start in a window, with their sums. */
export async function listWindowConsumers(
  operationId: AuthorizedOperationId,
  { from, toExclusive }: Period,
): Promise<readonly WindowConsumer[]> {
  const { rows } = await pool.query<WindowConsumer>(
    `SELECT p.metering_point_id::text AS "meteringPointId", sum(p.energy_wh) AS "withdrawalWh",
            sum(p.shared_wh) AS "selfConsumedWh"
       FROM (${WINDOW_RUNS}) r JOIN settlement_run_point p ON p.operation_id = r.operation_id AND p.run_id = r.id
      WHERE p.role = 'consumer'
      GROUP BY p.metering_point_id`,
    [operationId, from, toExclusive],
  );
  return rows;
}
