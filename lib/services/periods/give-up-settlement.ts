import "server-only";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { endSettlementJob } from "@/lib/data/settlement-job-writing";

const WORKER: Actor = { userId: null, via: "job" };

/** Ends a job that no try could finish: what it settled stays, the rest is left out, and people see it. */
export async function giveUpSettlement(operationId: AuthorizedOperationId, jobId: string): Promise<void> {
  await endSettlementJob(operationId, jobId, WORKER);
}
