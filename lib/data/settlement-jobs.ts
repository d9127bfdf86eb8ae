import "server-only";
import type { MissingOfJob, SettlementJobOutcome, SettlementJobState } from "@/lib/domain/settlement/settlement-job";
import type { Period } from "@/lib/domain/time/period";
import { fromDbDate } from "./codecs";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

/** Periods settled one after the other, and what became of each. */
export type SettlementJob = {
  readonly id: string;
  readonly state: SettlementJobState;
  readonly createdAt: Date;
  readonly createdByName: string | null;
  readonly finishedAt: Date | null;
  /** Oldest first, in which order they are settled. */
  readonly periods: readonly { readonly period: Period; readonly outcome: SettlementJobOutcome }[];
};

const SELECTED = {
  id: true,
  state: true,
  createdAt: true,
  createdBy: true,
  finishedAt: true,
  periods: {
    orderBy: { periodFrom: "asc" },
    select: { periodFrom: true, periodTo: true, outcome: true, version: true, detail: true },
  },
} as const;

export async function findSettlementJob(
  operationId: AuthorizedOperationId,
  jobId: string,
): Promise<SettlementJob | null> {
  const row = await prisma.settlementJob.findUnique({
    where: { operationId_id: { operationId, id: jobId } },
    select: SELECTED,
  });
  return row && toJob(row);
}

/** The jobs of an operation, latest first. */
export async function listSettlementJobs(
  operationId: AuthorizedOperationId,
  limit: number,
): Promise<readonly SettlementJob[]> {
  const rows = await prisma.settlementJob.findMany({
    where: { operationId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: SELECTED,
  });
  return Promise.all(rows.map(toJob));
}

type Row = Awaited<ReturnType<typeof prisma.settlementJob.findMany<{ select: typeof SELECTED }>>>[number];

async function toJob({ createdBy, periods, ...job }: Row): Promise<SettlementJob> {
  const author = createdBy && (await prisma.user.findUnique({ where: { id: createdBy }, select: { name: true } }));
  return {
    ...job,
    createdByName: author ? author.name : null,
    periods: periods.map((row) => ({
      period: { from: fromDbDate(row.periodFrom), toExclusive: fromDbDate(row.periodTo) },
      outcome: toOutcome(row),
    })),
  };
}

function toOutcome({ outcome: kind, version, detail }: Row["periods"][number]): SettlementJobOutcome {
  // Written by updateJobPeriod from this very type.
  const { missing = [], code = "INTERNAL" } = (detail ?? {}) as { missing?: readonly MissingOfJob[]; code?: string };
  switch (kind) {
    case "settled":
    case "unchanged":
      return { kind, version: version ?? 0 };
    case "incomplete":
      return { kind, missing };
    case "refused":
      return { kind, code };
    default:
      return { kind };
  }
}
