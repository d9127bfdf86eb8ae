import "server-only";
import type { PoolClient } from "pg";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { SharedCurve, TariffTotals } from "@/lib/domain/tariffs/break-down-curves";
import type { ScheduledPeriod } from "@/lib/domain/tariffs/tariff-periods";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { copyRows } from "./binary-copy";
import { decodeFloat64 } from "./codecs";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

const NO_SCHEDULE = "NONE";

/** What a run gives by tariff period; nothing of a metering point that no schedule was ever known for. */
export async function listRunTariffs(
  operationId: AuthorizedOperationId,
  runId: string,
): Promise<readonly TariffTotals[]> {
  const rows = await prisma.settlementRunTariff.findMany({
    where: { operationId, runId },
    select: { meteringPointId: true, role: true, tariffPeriod: true, energyWh: true, sharedWh: true },
  });
  return rows.map(({ tariffPeriod, ...row }) => ({
    ...row,
    period: tariffPeriod === NO_SCHEDULE ? null : (tariffPeriod as ScheduledPeriod), // written by copyRunTariffs
  }));
}

/** Stores totals of a run by tariff period. */
export async function copyRunTariffs(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  runId: string,
  tariffs: readonly TariffTotals[],
): Promise<void> {
  const target = `settlement_run_tariff
    (operation_id, run_id, metering_point_id, role, tariff_period, energy_wh, shared_wh)`;
  await copyRows(client, target, tariffs, (row, tariff) => {
    row.startRow(7);
    row.uuid(operationId);
    row.uuid(runId);
    row.uuid(tariff.meteringPointId);
    row.text(tariff.role);
    row.text(tariff.period ?? NO_SCHEDULE);
    row.float8(tariff.energyWh);
    row.float8(tariff.sharedWh);
  });
}

/** Forgets what is derived of some metering points of a run. */
export async function deleteRunTariffs(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  runId: string,
  meteringPointIds: readonly string[],
): Promise<void> {
  await client.query(
    "DELETE FROM settlement_run_tariff WHERE operation_id = $1 AND run_id = $2 AND metering_point_id = ANY($3::uuid[])",
    [operationId, runId, meteringPointIds],
  );
}

export type RunOfPeriod = { readonly id: string; readonly period: Period; readonly stepMinutes: number };

/** The runs, of every version, that have a day from `day` on; those of a closed period stand as they are. */
export async function listRunsSince(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  day: CivilDate,
): Promise<readonly RunOfPeriod[]> {
  const { rows } = await client.query<{ id: string; from: CivilDate; to: CivilDate; step: number }>(
    `SELECT id::text, period_from::text AS "from", period_to::text AS "to", step_minutes::int AS step
       FROM settlement_run r
      WHERE operation_id = $1 AND period_to > $2::date
        AND NOT EXISTS (SELECT FROM period_closing c
                         WHERE c.operation_id = r.operation_id AND c.reopened_at IS NULL
                           AND c.period_from < r.period_to AND c.period_to > r.period_from)
      ORDER BY period_from, version`,
    [operationId, day],
  );
  return rows.map(({ id, from, to, step }) => ({ id, period: { from, toExclusive: to }, stepMinutes: step }));
}

/** The stored curves of some metering points of a run: days joined by the database, in order. */
export async function listRunCurves(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  runId: string,
  meteringPointIds: readonly string[],
): Promise<readonly SharedCurve[]> {
  const { rows } = await client.query<{ id: string; role: PerimeterRole; energy: Buffer; shared: Buffer }>(
    `SELECT metering_point_id::text AS id, role::text, string_agg(energy_wh, ''::bytea ORDER BY day) AS energy,
            string_agg(shared_wh, ''::bytea ORDER BY day) AS shared
       FROM settlement_run_point_day
      WHERE operation_id = $1 AND run_id = $2 AND metering_point_id = ANY($3::uuid[])
      GROUP BY metering_point_id, role`,
    [operationId, runId, meteringPointIds],
  );
  return rows.map(({ id, role, energy, shared }) => ({
    meteringPointId: id,
    role,
    energyWh: decodeFloat64(energy),
    sharedWh: decodeFloat64(shared),
  }));
}
