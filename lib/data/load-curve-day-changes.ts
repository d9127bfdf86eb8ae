import "server-only";
import type { PoolClient } from "pg";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { EnergyQuantity } from "@/lib/generated/prisma/enums";
import { decodeFloat64 } from "./codecs";
import type { CurveDay } from "./load-curve-days";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** A day of a curve in two versions. */
export type CurveDayVersions = {
  readonly meteringPointId: string;
  readonly quantity: EnergyQuantity;
  readonly day: CivilDate;
  readonly before: CurveDay;
  readonly after: CurveDay;
};

/** The current version of each of these days, in their order; days without data are absent. */
export async function listCurrentDays(
  operationId: AuthorizedOperationId,
  days: readonly Pick<CurveDay, "meteringPointId" | "quantity" | "day">[],
  client: Pick<PoolClient, "query"> = pool,
): Promise<readonly CurveDay[]> {
  const { rows } = await client.query<DayRow>(
    `SELECT d.metering_point_id::text AS id, d.quantity::text, d.day::text, d.step_minutes::int AS step, d.energy_wh AS wh
       FROM unnest($2::uuid[], $3::"EnergyQuantity"[], $4::date[]) WITH ORDINALITY AS asked (point, quantity, day, place)
       JOIN load_curve_day d ON d.operation_id = $1 AND d.metering_point_id = asked.point
        AND d.quantity = asked.quantity AND d.day = asked.day AND d.superseded_at IS NULL
      ORDER BY asked.place`,
    [
      operationId,
      days.map(({ meteringPointId }) => meteringPointId),
      days.map(({ quantity }) => quantity),
      days.map(({ day }) => day),
    ],
  );
  return rows.map(toCurveDay);
}

/** The days an import corrected, as they stood before it and as it wrote them; the first ones, by point and day. */
export async function listCorrectedDays(
  operationId: AuthorizedOperationId,
  importId: string,
  limit: number,
): Promise<readonly CurveDayVersions[]> {
  const { rows } = await pool.query<DayRow & { step_before: number; wh_before: Buffer }>(
    `SELECT d.metering_point_id::text AS id, d.quantity::text, d.day::text, d.step_minutes::int AS step, d.energy_wh AS wh,
            old.step_minutes::int AS step_before, old.energy_wh AS wh_before
       FROM load_curve_day d
       JOIN load_curve_day old USING (operation_id, metering_point_id, quantity, day)
      WHERE d.operation_id = $1 AND d.import_id = $2 AND old.version = d.version - 1
      ORDER BY d.metering_point_id, d.quantity, d.day LIMIT $3`,
    [operationId, importId, limit],
  );
  return rows.map((row) => {
    const after = toCurveDay(row);
    const before = { ...after, stepMinutes: row.step_before, energyWh: decodeFloat64(row.wh_before) };
    return { meteringPointId: after.meteringPointId, quantity: after.quantity, day: after.day, before, after };
  });
}

type DayRow = { id: string; quantity: EnergyQuantity; day: CivilDate; step: number; wh: Buffer };

function toCurveDay({ id, quantity, day, step, wh }: DayRow): CurveDay {
  return { meteringPointId: id, quantity, day, stepMinutes: step, energyWh: decodeFloat64(wh) };
}
