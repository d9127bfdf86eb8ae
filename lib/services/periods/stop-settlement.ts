import "server-only";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { stopSettlementJob } from "@/lib/data/settlement-job-writing";

/** Asks a job to end after the period it is at; one that is over, or stopping already, stays as it is. */
export async function stopSettlement(operationId: AuthorizedOperationId, actor: Actor, jobId: string): Promise<void> {
  await stopSettlementJob(operationId, actor, jobId);
}
