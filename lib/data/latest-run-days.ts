import "server-only";
import type { SharedDay } from "@/lib/domain/dashboard/typical-day";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { decodeFloat64 } from "./codecs";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";
import { WINDOW_RUNS } from "./window-runs";

type Row = {
  day: CivilDate;
  stepMinutes: number;
  productionWh: Buffer;
  withdrawalWh: Buffer;
  selfConsumedWh: Buffer;
};

/** The days of the settled periods that start in a window, in order, of their latest versions. [Wh per step] */
export async function listLatestRunDays(
  operationId: AuthorizedOperationId,
  { from, toExclusive }: Period,
): Promise<readonly SharedDay[]> {
  const { rows } = await pool.query<Row>(
    `SELECT d.day::text AS day, r.step_minutes::int AS "stepMinutes", d.production_wh AS "productionWh",
            d.withdrawal_wh AS "withdrawalWh", d.self_consumed_wh AS "selfConsumedWh"
       FROM (${WINDOW_RUNS}) r JOIN settlement_run_day d ON d.operation_id = r.operation_id AND d.run_id = r.id
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
