import "server-only";
import type { PoolClient } from "pg";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { SettlementRule } from "@/lib/domain/settlement/settlement-rule";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { decodeFloat64, fromDbDate, toDbDate } from "./codecs";
import { pool } from "./pg";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

export type SettlementRunSummary = {
  readonly id: string;
  readonly period: Period;
  readonly version: number;
  readonly stepMinutes: number;
  readonly engineVersion: string;
  /** Hexadecimal. */
  readonly inputFingerprint: string;
  readonly rules: readonly SettlementRule[];
  readonly correctedSteps: number;
  readonly productionWh: number;
  readonly withdrawalWh: number;
  readonly selfConsumedWh: number;
  readonly surplusWh: number;
  readonly createdAt: Date;
};

const SUMMARY = {
  id: true,
  periodFrom: true,
  periodTo: true,
  version: true,
  stepMinutes: true,
  engineVersion: true,
  inputFingerprint: true,
  rules: true,
  correctedSteps: true,
  productionWh: true,
  withdrawalWh: true,
  selfConsumedWh: true,
  surplusWh: true,
  createdAt: true,
} as const;

/** Every version of every period, latest period first and latest version first. */
export async function listSettlementRuns(operationId: AuthorizedOperationId): Promise<readonly SettlementRunSummary[]> {
  const rows = await prisma.settlementRun.findMany({
    where: { operationId },
    orderBy: [{ periodFrom: "desc" }, { version: "desc" }],
    select: SUMMARY,
  });
  return rows.map(toSummary);
}

/** One version of a period, the latest when none is asked for. */
export async function findSettlementRun(
  operationId: AuthorizedOperationId,
  periodFrom: CivilDate,
  version?: number,
): Promise<SettlementRunSummary | null> {
  const row = await prisma.settlementRun.findFirst({
    where: { operationId, periodFrom: toDbDate(periodFrom), ...(version === undefined ? {} : { version }) },
    orderBy: { version: "desc" },
    select: SUMMARY,
  });
  return row && toSummary(row);
}

export async function findSettlementRunById(
  operationId: AuthorizedOperationId,
  runId: string,
): Promise<SettlementRunSummary | null> {
  const row = await prisma.settlementRun.findUnique({
    where: { operationId_id: { operationId, id: runId } },
    select: SUMMARY,
  });
  return row && toSummary(row);
}

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
    `SELECT r.id::text
       FROM settlement_run r
      WHERE r.operation_id = $1
        AND (EXISTS (SELECT FROM coefficient_key k
                      WHERE k.operation_id = r.operation_id AND k.sent_at > r.created_at
                        AND k.from_day < r.period_to AND coalesce(k.to_day, 'infinity') > r.period_from)
          OR EXISTS (SELECT FROM coefficient_delivery n
                      WHERE n.operation_id = r.operation_id AND n.source = 'organiser' AND n.changed_at > r.created_at
                        AND n.period_from < r.period_to AND n.period_to > r.period_from)
          OR EXISTS (SELECT FROM perimeter_change c
                      WHERE c.operation_id = r.operation_id AND c.created_at > r.created_at
                        AND c.moves_points AND c.effect_day < r.period_to
                        AND coalesce(c.until_day, 'infinity') > r.period_from)
          OR EXISTS (SELECT FROM measure_decision m
                      WHERE m.operation_id = r.operation_id
                        AND (m.created_at > r.created_at OR m.released_at > r.created_at)
                        AND (m.released_at IS NULL OR m.created_at <= r.created_at)
                        AND m.from_at < (r.period_to + 1)::timestamp AT TIME ZONE 'Europe/Paris'
                        AND m.to_at > (r.period_from - 7)::timestamp AT TIME ZONE 'Europe/Paris')
          OR EXISTS (SELECT FROM measure_import i
                      WHERE i.operation_id = r.operation_id AND i.finished_at > r.created_at
                        AND i.changed_from <= r.period_to AND i.changed_to >= r.period_from - 7
                        AND EXISTS (SELECT FROM load_curve_day d
                                     WHERE d.operation_id = i.operation_id AND d.import_id = i.id
                                       AND d.quantity IN ('withdrawal', 'injection')
                                       AND d.day >= r.period_from - CASE WHEN r.corrected_steps > 0 THEN 7 ELSE 0 END
                                       AND (d.day < r.period_to OR d.day = r.period_to AND ${LAST_STEP_CORRECTED}))))`,
    [operationId],
  );
  return new Set(rows.map(({ id }) => id));
}

const LAST_STEP_CORRECTED = `
  EXISTS (SELECT FROM settlement_run_point_day p
           WHERE p.operation_id = r.operation_id AND p.run_id = r.id AND p.metering_point_id = d.metering_point_id
             AND p.role::text = CASE d.quantity WHEN 'injection' THEN 'producer' ELSE 'consumer' END
             AND p.day = r.period_to - 1 AND get_byte(p.origins, length(p.origins) - 1) <> 0)`;

export type RunPoint = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly energyWh: number;
  readonly sharedWh: number;
  readonly correctedSteps: number;
};

export async function listRunPoints(operationId: AuthorizedOperationId, runId: string): Promise<readonly RunPoint[]> {
  return prisma.settlementRunPoint.findMany({
    where: { operationId, runId },
    select: { meteringPointId: true, role: true, energyWh: true, sharedWh: true, correctedSteps: true },
  });
}

export type RunPair = { readonly producerId: string; readonly consumerId: string; readonly energyWh: number };

export async function listRunPairs(operationId: AuthorizedOperationId, runId: string): Promise<readonly RunPair[]> {
  return prisma.settlementRunPair.findMany({
    where: { operationId, runId },
    select: { producerId: true, consumerId: true, energyWh: true },
  });
}

/** Curves of the whole operation on one day. [Wh per step] */
export type RunDay = {
  readonly day: CivilDate;
  readonly productionWh: Float64Array;
  readonly withdrawalWh: Float64Array;
  readonly selfConsumedWh: Float64Array;
};

/** The days of a run in order; one of them when asked. */
export async function listRunDays(
  operationId: AuthorizedOperationId,
  runId: string,
  day?: CivilDate,
): Promise<readonly RunDay[]> {
  const rows = await prisma.settlementRunDay.findMany({
    where: { operationId, runId, ...(day ? { day: toDbDate(day) } : {}) },
    orderBy: { day: "asc" },
    select: { day: true, productionWh: true, withdrawalWh: true, selfConsumedWh: true },
  });
  return rows.map((row) => ({
    day: fromDbDate(row.day),
    productionWh: decodeFloat64(row.productionWh),
    withdrawalWh: decodeFloat64(row.withdrawalWh),
    selfConsumedWh: decodeFloat64(row.selfConsumedWh),
  }));
}

/** One metering point on one day: what counted and what was shared. [Wh per step] */
export type RunPointDay = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly day: CivilDate;
  readonly energyWh: Float64Array;
  readonly sharedWh: Float64Array;
  /** A step-origin code per step; null when all are measured. */
  readonly origins: Uint8Array | null;
};

/** Curves of the metering points of a run, by point and day; of one day, or of one point, when asked. */
export async function listRunPointDays(
  operationId: AuthorizedOperationId,
  runId: string,
  { day, meteringPointId }: { day?: CivilDate; meteringPointId?: string },
): Promise<readonly RunPointDay[]> {
  const rows = await prisma.settlementRunPointDay.findMany({
    where: {
      operationId,
      runId,
      ...(day ? { day: toDbDate(day) } : {}),
      ...(meteringPointId ? { meteringPointId } : {}),
    },
    orderBy: [{ meteringPointId: "asc" }, { role: "asc" }, { day: "asc" }],
    select: { meteringPointId: true, role: true, day: true, energyWh: true, sharedWh: true, origins: true },
  });
  return rows.map((row) => ({
    ...row,
    day: fromDbDate(row.day),
    energyWh: decodeFloat64(row.energyWh),
    sharedWh: decodeFloat64(row.sharedWh),
  }));
}

/** One Paris day of the coefficients that the default key gave a consumer. */
export type DefaultShareDay = {
  readonly consumerId: string;
  readonly day: CivilDate;
  /** A part of 1, NaN at the steps where another key shared. */
  readonly shares: Float64Array;
};

/** The coefficients that the default key gave in a run; days without any are absent. */
export async function listDefaultShareDays(
  operationId: AuthorizedOperationId,
  runId: string,
): Promise<readonly DefaultShareDay[]> {
  const rows = await prisma.settlementRunPointDay.findMany({
    where: { operationId, runId, role: "consumer", defaultShares: { not: null } },
    orderBy: [{ meteringPointId: "asc" }, { day: "asc" }],
    select: { meteringPointId: true, day: true, defaultShares: true },
  });
  return rows.flatMap(({ meteringPointId, day, defaultShares }) =>
    defaultShares ? [{ consumerId: meteringPointId, day: fromDbDate(day), shares: decodeFloat64(defaultShares) }] : [],
  );
}

type Row = Awaited<ReturnType<typeof prisma.settlementRun.findMany<{ select: typeof SUMMARY }>>>[number];

function toSummary({ periodFrom, periodTo, inputFingerprint, rules, ...row }: Row): SettlementRunSummary {
  return {
    ...row,
    period: { from: fromDbDate(periodFrom), toExclusive: fromDbDate(periodTo) },
    inputFingerprint: Buffer.from(inputFingerprint).toString("hex"),
    rules: rules as unknown as readonly SettlementRule[], // written by writeSettlement from this very type
  };
}
