import "server-only";
import type { PoolClient } from "pg";
import type { Delivery } from "@/lib/domain/coefficients/delivery";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import type { SettledPoint, Settlement } from "@/lib/domain/settlement/settlement";
import type { SettlementJobOutcome } from "@/lib/domain/settlement/settlement-job";
import type { TariffTotals } from "@/lib/domain/tariffs/break-down-curves";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays, type ParisDaySpan } from "@/lib/domain/time/list-paris-days";
import type { Period } from "@/lib/domain/time/period";
import type { EnergyQuantity } from "@/lib/generated/prisma/enums";
import { insertAuditEventWith } from "./audit-events";
import { copyRows } from "./binary-copy";
import { encodeFloat64 } from "./codecs";
import { readSentDeliveries } from "./coefficient-deliveries";
import { type CurveDay, listCurveDays } from "./load-curve-days";
import { settlementLock } from "./operation-locks";
import { isPeriodClosed } from "./period-closings";
import { inLockedTransaction } from "./pg";
import { enqueueComparisons } from "./queue";
import { copyRunTariffs } from "./run-tariffs";
import type { Actor, AuthorizedOperationId } from "./scope";
import { updateJobPeriod } from "./settlement-job-writing";
import { listStaleRunIds } from "./stale-runs";

export type NewRun = {
  readonly id: string;
  readonly period: Period;
  readonly engineVersion: string;
  readonly inputFingerprint: Uint8Array;
  readonly settlement: Settlement;
  /** Its energies by tariff period, as off-peak hours are known now. */
  readonly tariffs: readonly TariffTotals[];
};

/** What a settlement reads and writes while nothing it depends on changes. */
export type SettlementWriting = {
  readonly listCurveDays: (quantities: readonly EnergyQuantity[], period: Period) => Promise<readonly CurveDay[]>;
  readonly readSentDeliveries: (period: Period) => Promise<readonly Delivery[]>;
  readonly listStaleRunIds: () => Promise<ReadonlySet<string>>;
  readonly isClosed: (period: Period) => Promise<boolean>;
  /** Says what became of a period of a job, in the transaction of its run. */
  readonly recordOutcome: (jobId: string, periodFrom: CivilDate, outcome: SettlementJobOutcome) => Promise<void>;
  /** Stores a run whole, as the next version of its period. */
  readonly insertRun: (run: NewRun) => Promise<{ readonly version: number }>;
};

/**
 * Runs one settlement as one transaction: its run is kept whole, or nothing of it.
 *
 * Settlements of one operation wait for each other, and no import and no key ends meanwhile. The run is dated before
 * `body` reads, so that whatever `body` could not see is dated after it.
 */
export async function writeSettlement<T>(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (writing: SettlementWriting) => Promise<T>,
): Promise<T> {
  return inLockedTransaction(settlementLock(operationId), async (client) => {
    // As text: a Date would lose the microseconds by which two instants are told apart.
    const { rows } = await client.query<{ now: string }>("SELECT clock_timestamp()::text AS now");
    const [clock] = rows;
    if (!clock) throw new Error("the database does not say the time");
    return body({
      listCurveDays: (quantities, period) => listCurveDays(operationId, quantities, period, { client }),
      readSentDeliveries: (period) => readSentDeliveries(operationId, period, { client }),
      listStaleRunIds: () => listStaleRunIds(operationId, client),
      isClosed: (period) => isPeriodClosed(operationId, period, client),
      recordOutcome: (jobId, periodFrom, outcome) =>
        updateJobPeriod(operationId, { jobId, periodFrom }, outcome, client),
      insertRun: (run) => insertRun(client, operationId, actor, { ...run, createdAt: clock.now }),
    });
  });
}

type DatedRun = NewRun & { readonly createdAt: string };

async function insertRun(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  run: DatedRun,
): Promise<{ readonly version: number }> {
  const version = await insertRunRow(client, operationId, actor, run);
  const { settlement } = run;
  const points = [
    ...settlement.producers.map((point) => ({ role: "producer" as const, point })),
    ...settlement.consumers.map((point) => ({ role: "consumer" as const, point })),
  ];
  const days = listParisDays(settlement.axis);
  await copyPoints(client, operationId, run.id, points);
  await copyPairs(client, operationId, run);
  await copyDays(client, operationId, run, days);
  await copyPointDays(client, operationId, run.id, points, days);
  await copyRunTariffs(client, operationId, run.id, run.tariffs);
  await insertAuditEventWith(client, {
    operationId,
    actor,
    action: "settle.period",
    objectType: "settlement_run",
    objectId: run.id,
    after: { from: run.period.from, toExclusive: run.period.toExclusive, version },
  });
  await enqueueComparisons(client, { operationId });
  return { version };
}

type RolePoint = { readonly role: PerimeterRole; readonly point: SettledPoint };

async function insertRunRow(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  { id, period, engineVersion, inputFingerprint, settlement, createdAt }: DatedRun,
): Promise<number> {
  const total = (points: readonly SettledPoint[], field: "totalEnergyWh" | "totalSharedWh" | "correctedSteps") =>
    points.reduce((sum, point) => sum + point[field], 0);
  const productionWh = total(settlement.producers, "totalEnergyWh");
  const { rows } = await client.query<{ version: number }>(
    `INSERT INTO settlement_run (operation_id, id, period_from, period_to, version, step_minutes, engine_version,
       input_fingerprint, rules, corrected_steps, production_wh, withdrawal_wh, self_consumed_wh, surplus_wh,
       created_by, created_at)
     SELECT $1, $2, $3::date, $4::date, coalesce(max(version), 0) + 1, $5, $6, $7, $8, $9, $10, $11, $12, $13,
            $14, $15::timestamptz
       FROM settlement_run WHERE operation_id = $1 AND period_from = $3::date
     RETURNING version::int`,
    [
      operationId,
      id,
      period.from,
      period.toExclusive,
      settlement.axis.stepMinutes,
      engineVersion,
      Buffer.from(inputFingerprint),
      JSON.stringify(settlement.rules),
      total(settlement.producers, "correctedSteps") + total(settlement.consumers, "correctedSteps"),
      productionWh,
      total(settlement.consumers, "totalEnergyWh"),
      total(settlement.consumers, "totalSharedWh"),
      Math.max(0, productionWh - total(settlement.producers, "totalSharedWh")), // two sums may differ in the last bit
      actor.userId,
      createdAt,
    ],
  );
  const [row] = rows;
  if (!row) throw new Error("the run was not inserted");
  return row.version;
}

async function copyPoints(
  client: PoolClient,
  operationId: string,
  runId: string,
  points: readonly RolePoint[],
): Promise<void> {
  const target = `settlement_run_point
    (operation_id, run_id, metering_point_id, role, energy_wh, shared_wh, corrected_steps)`;
  await copyRows(client, target, points, (row, { role, point }) => {
    row.startRow(7);
    row.uuid(operationId);
    row.uuid(runId);
    row.uuid(point.meteringPointId);
    row.text(role);
    row.float8(point.totalEnergyWh);
    row.float8(point.totalSharedWh);
    row.int4(point.correctedSteps);
  });
}

async function copyPairs(client: PoolClient, operationId: string, { id, settlement }: NewRun): Promise<void> {
  const { producers, consumers, pairTotalsWh } = settlement;
  function* pairs() {
    for (const [i, producer] of producers.entries()) {
      for (const [j, consumer] of consumers.entries()) {
        const energyWh = pairTotalsWh[i]?.[j] as number;
        yield { producerId: producer.meteringPointId, consumerId: consumer.meteringPointId, energyWh };
      }
    }
  }
  const target = "settlement_run_pair (operation_id, run_id, producer_id, consumer_id, energy_wh)";
  await copyRows(client, target, pairs(), (row, pair) => {
    row.startRow(5);
    row.uuid(operationId);
    row.uuid(id);
    row.uuid(pair.producerId);
    row.uuid(pair.consumerId);
    row.float8(pair.energyWh);
  });
}

async function copyDays(
  client: PoolClient,
  operationId: string,
  { id, settlement }: NewRun,
  days: readonly ParisDaySpan[],
): Promise<void> {
  const target = "settlement_run_day (operation_id, run_id, day, production_wh, withdrawal_wh, self_consumed_wh)";
  await copyRows(client, target, days, (row, { day, start, length }) => {
    row.startRow(6);
    row.uuid(operationId);
    row.uuid(id);
    row.date(day);
    for (const curve of [settlement.productionWh, settlement.withdrawalWh, settlement.selfConsumedWh]) {
      row.bytes(encodeFloat64(curve.subarray(start, start + length)));
    }
  });
}

async function copyPointDays(
  client: PoolClient,
  operationId: string,
  runId: string,
  points: readonly RolePoint[],
  days: readonly ParisDaySpan[],
): Promise<void> {
  function* pointDays() {
    for (const { role, point } of points) {
      for (const { day, start, length } of days) yield { role, point, day, start, end: start + length };
    }
  }
  const target = `settlement_run_point_day
    (operation_id, run_id, metering_point_id, role, day, energy_wh, shared_wh, origins, default_shares)`;
  await copyRows(client, target, pointDays(), (row, { role, point, day, start, end }) => {
    const origins = point.origin.subarray(start, end);
    row.startRow(9);
    row.uuid(operationId);
    row.uuid(runId);
    row.uuid(point.meteringPointId);
    row.text(role);
    row.date(day);
    row.bytes(encodeFloat64(point.energyWh.subarray(start, end)));
    row.bytes(encodeFloat64(point.sharedWh.subarray(start, end)));
    if (origins.every((origin) => origin === STEP_ORIGIN.measured)) row.null();
    else row.bytes(origins);
    const shares = point.defaultShares?.subarray(start, end);
    if (!shares || shares.every((share) => Number.isNaN(share))) row.null();
    else row.bytes(encodeFloat64(shares));
  });
}
