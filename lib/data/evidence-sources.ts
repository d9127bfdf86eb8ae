import "server-only";
import type { MeasuredCurve } from "@/lib/domain/scoring/operation-evidence/measured-curve";
import type { EvidenceRun } from "@/lib/domain/scoring/operation-evidence/settled-window";
import type { OperationDay } from "@/lib/domain/scoring/operation-evidence/synchronisation-share";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { decodeFloat64 } from "./codecs";
import { pool } from "./pg";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

/** The totals of the latest result of each settled period, oldest first. */
export async function listLatestRunTotals(operationId: AuthorizedOperationId): Promise<readonly EvidenceRun[]> {
  const { rows } = await pool.query<Omit<EvidenceRun, "period"> & { from: CivilDate; to: CivilDate }>(
    `SELECT DISTINCT ON (period_from) id::text, period_from::text AS from, period_to::text AS to,
            production_wh AS "productionWh", withdrawal_wh AS "withdrawalWh", self_consumed_wh AS "selfConsumedWh",
            corrected_steps AS "correctedSteps"
       FROM settlement_run WHERE operation_id = $1
      ORDER BY period_from, version DESC`,
    [operationId],
  );
  return rows.map(({ from, to, ...run }) => ({ ...run, period: { from, toExclusive: to } }));
}

/** The curves of the whole operation on every day of some runs, in no order: a year is 365 rows. */
export async function listDaysOfRuns(
  operationId: AuthorizedOperationId,
  runIds: readonly string[],
): Promise<readonly OperationDay[]> {
  const rows = await prisma.settlementRunDay.findMany({
    where: { operationId, runId: { in: [...runIds] } },
    select: { productionWh: true, withdrawalWh: true },
  });
  return rows.map(({ productionWh, withdrawalWh }) => ({
    productionWh: decodeFloat64(productionWh),
    withdrawalWh: decodeFloat64(withdrawalWh),
  }));
}

/** Values that some runs used, of each day: those of a metering point in a role are as many as the day has steps. */
export type UsedDay = { readonly day: CivilDate; readonly stepMinutes: number; readonly curves: number };

/** How many curves some runs used on each day; from the keys of the table, no curve is read. */
export async function countUsedDays(
  operationId: AuthorizedOperationId,
  runIds: readonly string[],
): Promise<readonly UsedDay[]> {
  const { rows } = await pool.query<{ day: CivilDate; stepMinutes: number; curves: number }>(
    `SELECT d.day::text, r.step_minutes::int AS "stepMinutes", d.curves
       FROM (SELECT run_id, day, count(*)::int AS curves FROM settlement_run_point_day
              WHERE operation_id = $1 AND run_id = ANY($2::uuid[]) GROUP BY run_id, day) d
       JOIN settlement_run r ON r.operation_id = $1 AND r.id = d.run_id`,
    [operationId, runIds],
  );
  return rows;
}

const ROLE = "CASE d.quantity WHEN 'injection' THEN 'producer' ELSE 'consumer' END";
// A day may be there without a value: an import that was undone.
const HOLDS_SOMETHING = "d.missing_count < octet_length(d.energy_wh) / 8";

/** What is held of each curve since a year began, on the days its metering point takes part; those without a value are absent. */
export async function listMeasuredCurves(
  operationId: AuthorizedOperationId,
  { from, toExclusive }: Period,
): Promise<readonly MeasuredCurve[]> {
  const { rows } = await pool.query<MeasuredCurve>(
    `SELECT d.metering_point_id::text AS "meteringPointId", ${ROLE} AS role,
            count(*) FILTER (WHERE d.day < $3::date AND d.missing_count = 0)::int AS "completeDays",
            sum(d.total_wh) FILTER (WHERE d.day < $3::date) AS "knownWh",
            max(d.day)::text AS "lastDay",
            (array_agg(d.step_minutes ORDER BY d.day DESC))[1]::int AS "lastStepMinutes"
       FROM load_curve_day d
       JOIN attachment a ON a.operation_id = d.operation_id AND a.metering_point_id = d.metering_point_id
                        AND a.role::text = ${ROLE} AND d.day >= a.from_day AND (a.to_day IS NULL OR d.day < a.to_day)
      WHERE d.operation_id = $1 AND d.quantity IN ('withdrawal', 'injection') AND d.day >= $2::date
        AND d.superseded_at IS NULL AND ${HOLDS_SOMETHING}
      GROUP BY d.metering_point_id, d.quantity`,
    [operationId, from, toExclusive],
  );
  return rows;
}
