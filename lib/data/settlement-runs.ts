import "server-only";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { RunInputs } from "@/lib/domain/settlement/run-inputs";
import type { SettlementRule } from "@/lib/domain/settlement/settlement-rule";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { decodeFloat64, fromDbDate, toDbDate } from "./codecs";
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

/** What a run was computed from, part by part; null for the runs of earlier versions. */
export async function findRunInputs(operationId: AuthorizedOperationId, runId: string): Promise<RunInputs | null> {
  const row = await prisma.settlementRun.findUnique({
    where: { operationId_id: { operationId, id: runId } },
    select: { inputs: true },
  });
  return (row?.inputs ?? null) as unknown as RunInputs | null; // written by writeSettlement from this very type
}

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
