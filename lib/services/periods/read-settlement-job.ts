import "server-only";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { findSettlementJob, listSettlementJobs, type SettlementJob } from "@/lib/data/settlement-jobs";
import type { SettlementJobOutcome } from "@/lib/domain/settlement/settlement-job";
import type { Period } from "@/lib/domain/time/period";
import type { MissingPoint } from "@/lib/services/list-periods";

type NamedOutcome =
  | Exclude<SettlementJobOutcome, { readonly kind: "incomplete" }>
  | { readonly kind: "incomplete"; readonly missing: readonly MissingPoint[] };

/** A job with what each period lacks under the names people know. */
export type ReadSettlementJob = Omit<SettlementJob, "periods"> & {
  readonly isOpen: boolean;
  readonly doneCount: number;
  readonly periods: readonly { readonly period: Period; readonly outcome: NamedOutcome }[];
};

const OPEN: readonly SettlementJob["state"][] = ["queued", "running", "stopping"];

/** A job by its id; null when the operation has none such. */
export async function readSettlementJob(
  operationId: AuthorizedOperationId,
  jobId: string,
): Promise<ReadSettlementJob | null> {
  const job = await findSettlementJob(operationId, jobId);
  return job && withNames(operationId, job);
}

/** The latest job of an operation; null before the first. */
export async function readLatestSettlementJob(operationId: AuthorizedOperationId): Promise<ReadSettlementJob | null> {
  const [job] = await listSettlementJobs(operationId, 1);
  return job ? withNames(operationId, job) : null;
}

async function withNames(operationId: AuthorizedOperationId, job: SettlementJob): Promise<ReadSettlementJob> {
  const lacks = job.periods.some(({ outcome }) => outcome.kind === "incomplete");
  const points = lacks ? await listMeteringPoints(operationId) : [];
  const byId = new Map(points.map((point) => [point.id, point]));
  return {
    ...job,
    isOpen: OPEN.includes(job.state),
    doneCount: job.periods.filter(({ outcome }) => outcome.kind !== "waiting").length,
    periods: job.periods.map(({ period, outcome }) => ({ period, outcome: nameOutcome(outcome, byId) })),
  };
}

function nameOutcome(outcome: SettlementJobOutcome, byId: ReadonlyMap<string, MeteringPointSheet>): NamedOutcome {
  if (outcome.kind !== "incomplete") return outcome;
  const missing = outcome.missing.flatMap(({ meteringPointId, role, days }) => {
    const point = byId.get(meteringPointId);
    return point ? [{ prm: point.prm, name: point.name, role, days }] : [];
  });
  return { kind: "incomplete", missing };
}
