import "server-only";
import type { SharedDay } from "@/lib/domain/dashboard/typical-day";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { decodeFloat64 } from "./codecs";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

type Row = {
  day: CivilDate;
  stepMinutes: number;
  productionWh: Buffer;
  withdrawalWh: Buffer;
  selfConsumedWh: Buffer;
};

/** The days of a window, in order, as the latest version of each settled period stored them. [Wh per step] */
export async function listLatestRunDays(
  operationId: AuthorizedOperationId,
  { from, toExclusive }: Period,
): Promise<readonly SharedDay[]> {
  const { rows } = await pool.query<Row>(
    `SELECT d.day::text AS day, r.step_minutes::int AS "stepMinutes", d.production_wh AS "productionWh",
            d.withdrawal_wh AS "withdrawalWh", d.self_consumed_wh AS "selfConsumedWh"
       FROM (SELECT DISTINCT ON (period_from) id, step_minutes FROM settlement_run
              WHERE operation_id = $1 AND period_from < $3::date AND period_to > $2::date
              ORDER BY period_from, version DESC) r
       JOIN settlement_run_day d ON d.operation_id = $1 AND d.run_id = r.id
      WHERE d.day >= $2::date AND d.day < $3::date
      ORDER BY d.day`,
    [operationId, from, toExclusive],
  );
  return rows.map(({ day, stepMinutes, ...curves }) => ({
    day,
    stepMinutes,
    productionWh: decodeFloat64(curves.productionWh),
    withdrawalWh: decodeFloat64(curves.withdrawalWh),
    selfConsumedWh: decodeFloat64(curves.selfConsumedWh),
  }));
}
