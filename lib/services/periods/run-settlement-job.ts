import "server-only";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import {
  endSettlementJob,
  findNextJobPeriod,
  takeSettlementJob,
  updateJobPeriod,
} from "@/lib/data/settlement-job-writing";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { settlePeriod } from "@/lib/services/settle-period";

/**
 * Settles the periods of a job, oldest first, each in a transaction of its own that also says what became of it.
 *
 * Taken up again after a crash it goes on with the first period that still waits: none is settled twice, none forgotten.
 */
export async function runSettlementJob(operationId: AuthorizedOperationId, jobId: string): Promise<void> {
  const actor = await takeSettlementJob(operationId, jobId);
  if (!actor) return;
  let from = await findNextJobPeriod(operationId, jobId);
  while (from !== null) {
    await settleJobPeriod(operationId, actor, { jobId, periodFrom: from });
    from = await findNextJobPeriod(operationId, jobId);
  }
  await endSettlementJob(operationId, jobId);
}

async function settleJobPeriod(
  operationId: AuthorizedOperationId,
  actor: Actor,
  place: { readonly jobId: string; readonly periodFrom: CivilDate },
): Promise<void> {
  try {
    await settlePeriod({ id: operationId }, actor, place.periodFrom, place.jobId);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await updateJobPeriod(operationId, place, { kind: "refused", code: error.code });
  }
}
