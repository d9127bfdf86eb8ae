import "server-only";
import type { PoolClient } from "pg";
import type { Delivery } from "@/lib/domain/coefficients/delivery";
import { figuresOfSettlement } from "@/lib/domain/settlement/figures-of-settlement";
import type { RunFigures, RunTotals } from "@/lib/domain/settlement/run-figures";
import type { RunInputs } from "@/lib/domain/settlement/run-inputs";
import type { Settlement } from "@/lib/domain/settlement/settlement";
import type { SettlementJobOutcome } from "@/lib/domain/settlement/settlement-job";
import type { TariffTotals } from "@/lib/domain/tariffs/break-down-curves";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { EnergyQuantity } from "@/lib/generated/prisma/enums";
import { insertAuditEventWith } from "./audit-events";
import { copyRows } from "./binary-copy";
import { encodeFloat64 } from "./codecs";
import { readSentDeliveries } from "./coefficient-deliveries";
import { type CurveDay, listCurveDays } from "./load-curve-days";
import { type MoneyWriting, startMoneyWriting } from "./money-writing";
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
  readonly inputs: RunInputs;
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
  readonly money: MoneyWriting;
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
      ...readingWith(client, operationId),
      listStaleRunIds: () => listStaleRunIds(operationId, client),
      isClosed: (period) => isPeriodClosed(operationId, period, client),
      recordOutcome: (jobId, periodFrom, outcome) =>
        updateJobPeriod(operationId, { jobId, periodFrom }, outcome, client),
      money: startMoneyWriting(client, operationId),
      insertRun: (run) => insertRun(client, operationId, actor, { ...run, createdAt: clock.now }),
    });
  });
}

/** Reads what a settlement would, all of one instant: nothing it depends on is written meanwhile. */
export async function readForSettlement<T>(
  operationId: AuthorizedOperationId,
  body: (reading: Pick<SettlementWriting, "listCurveDays" | "readSentDeliveries">) => Promise<T>,
): Promise<T> {
  return inLockedTransaction(settlementLock(operationId), (client) => body(readingWith(client, operationId)));
}

const readingWith = (client: PoolClient, operationId: AuthorizedOperationId) => ({
  listCurveDays: (quantities: readonly EnergyQuantity[], period: Period) =>
    listCurveDays(operationId, quantities, period, { client }),
  readSentDeliveries: (period: Period) => readSentDeliveries(operationId, period, { client }),
});

type DatedRun = NewRun & { readonly createdAt: string };

async function insertRun(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  run: DatedRun,
): Promise<{ readonly version: number }> {
  const figures = figuresOfSettlement(run.settlement);
  const version = await insertRunRow(client, operationId, actor, run, figures.totals);
  await copyPoints(client, operationId, run.id, figures.points);
  await copyPairs(client, operationId, run.id, figures.pairs);
  await copyDays(client, operationId, run.id, figures.days);
  await copyPointDays(client, operationId, run.id, figures.pointDays);
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

async function insertRunRow(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  { id, period, engineVersion, inputFingerprint, inputs, settlement, createdAt }: DatedRun,
  totals: RunTotals,
): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `INSERT INTO settlement_run (operation_id, id, period_from, period_to, version, step_minutes, engine_version,
       input_fingerprint, inputs, rules, corrected_steps, production_wh, withdrawal_wh, self_consumed_wh, surplus_wh,
       created_by, created_at)
     SELECT $1, $2, $3::date, $4::date, coalesce(max(version), 0) + 1, $5, $6, $7, $8, $9, $10, $11, $12, $13,
            $14, $15, $16::timestamptz
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
      JSON.stringify(inputs),
      JSON.stringify(settlement.rules),
      totals.correctedSteps,
      totals.productionWh,
      totals.withdrawalWh,
      totals.selfConsumedWh,
      totals.surplusWh,
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
  points: RunFigures["points"],
): Promise<void> {
  const target = `settlement_run_point
    (operation_id, run_id, metering_point_id, role, energy_wh, shared_wh, corrected_steps)`;
  await copyRows(client, target, points, (row, point) => {
    row.startRow(7);
    row.uuid(operationId);
    row.uuid(runId);
    row.uuid(point.meteringPointId);
    row.text(point.role);
    row.float8(point.energyWh);
    row.float8(point.sharedWh);
    row.int4(point.correctedSteps);
  });
}

async function copyPairs(
  client: PoolClient,
  operationId: string,
  runId: string,
  pairs: RunFigures["pairs"],
): Promise<void> {
  const target = "settlement_run_pair (operation_id, run_id, producer_id, consumer_id, energy_wh)";
  await copyRows(client, target, pairs, (row, pair) => {
    row.startRow(5);
    row.uuid(operationId);
    row.uuid(runId);
    row.uuid(pair.producerId);
    row.uuid(pair.consumerId);
    row.float8(pair.energyWh);
  });
}

async function copyDays(
  client: PoolClient,
  operationId: string,
  runId: string,
  days: RunFigures["days"],
): Promise<void> {
  const target = "settlement_run_day (operation_id, run_id, day, production_wh, withdrawal_wh, self_consumed_wh)";
  await copyRows(client, target, days, (row, { day, productionWh, withdrawalWh, selfConsumedWh }) => {
    row.startRow(6);
    row.uuid(operationId);
    row.uuid(runId);
    row.date(day);
    for (const curve of [productionWh, withdrawalWh, selfConsumedWh]) row.bytes(encodeFloat64(curve));
  });
}

async function copyPointDays(
  client: PoolClient,
  operationId: string,
  runId: string,
  pointDays: RunFigures["pointDays"],
): Promise<void> {
  const target = `settlement_run_point_day
    (operation_id, run_id, metering_point_id, role, day, energy_wh, shared_wh, origins, default_shares)`;
  await copyRows(client, target, pointDays, (row, pointDay) => {
    row.startRow(9);
    row.uuid(operationId);
    row.uuid(runId);
    row.uuid(pointDay.meteringPointId);
    row.text(pointDay.role);
    row.date(pointDay.day);
    row.bytes(encodeFloat64(pointDay.energyWh));
    row.bytes(encodeFloat64(pointDay.sharedWh));
    if (pointDay.origins) row.bytes(pointDay.origins);
    else row.null();
    if (pointDay.defaultShares) row.bytes(encodeFloat64(pointDay.defaultShares));
    else row.null();
  });
}
