import "server-only";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

export type SettledShare = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate;
  readonly energyWh: number;
  readonly sharedWh: number;
};

/** What the latest run of each period gave some metering points, oldest period first. */
export async function listSettledShares(
  operationId: AuthorizedOperationId,
  meteringPointIds: readonly string[],
): Promise<readonly SettledShare[]> {
  const { rows } = await pool.query<SettledShare>(
    `SELECT p.metering_point_id::text AS "meteringPointId", p.role::text AS role, r.period_from::text AS "from",
            r.period_to::text AS "toExclusive", p.energy_wh AS "energyWh", p.shared_wh AS "sharedWh"
       FROM settlement_run_point p
       JOIN (SELECT DISTINCT ON (period_from) id, period_from, period_to FROM settlement_run
              WHERE operation_id = $1 ORDER BY period_from, version DESC) r ON r.id = p.run_id
      WHERE p.operation_id = $1 AND p.metering_point_id = ANY($2::uuid[])
      ORDER BY r.period_from, p.metering_point_id, p.role`,
    [operationId, meteringPointIds],
  );
  return rows;
}

export type MeasuredMonth = {
  readonly meteringPointId: string;
  readonly quantity: EnergyQuantity;
  /** `YYYY-MM` */
  readonly month: string;
  readonly knownWh: number;
  readonly missingCount: number;
};

/** Monthly totals of the current measures of some metering points. */
export async function listMeasuredMonths(
  operationId: AuthorizedOperationId,
  meteringPointIds: readonly string[],
): Promise<readonly MeasuredMonth[]> {
  const { rows } = await pool.query<MeasuredMonth>(
    `SELECT metering_point_id::text AS "meteringPointId", quantity::text AS quantity, to_char(day, 'YYYY-MM') AS month,
            sum(total_wh) AS "knownWh", sum(missing_count)::int AS "missingCount"
       FROM load_curve_day
      WHERE operation_id = $1 AND metering_point_id = ANY($2::uuid[]) AND superseded_at IS NULL
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [operationId, meteringPointIds],
  );
  return rows;
}

/** The events of the trail about any of these ids, oldest first. */
export async function listEventsAbout(
  operationId: AuthorizedOperationId,
  ids: readonly string[],
): Promise<readonly { readonly at: Date; readonly action: string }[]> {
  const { rows } = await pool.query<{ at: Date; action: string }>(
    `SELECT e.at, e.action FROM audit_event e
      WHERE e.operation_id = $1
        AND (e.object_id = ANY($2::text[])
          OR EXISTS (SELECT FROM unnest($2::text[]) AS i(id)
                      WHERE strpos(coalesce(e.before::text, '') || coalesce(e.after::text, ''), i.id) > 0))
      ORDER BY e.at, e.id`,
    [operationId, ids],
  );
  return rows;
}
