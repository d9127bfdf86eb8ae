import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listSettlementRuns } from "@/lib/data/settlement-runs";
import { type RunSummary, summarizeRun } from "./summarize-run";

/** Every version of every settled period, latest period and latest version first. */
export async function listRuns(operationId: AuthorizedOperationId): Promise<readonly RunSummary[]> {
  return (await listSettlementRuns(operationId)).map(summarizeRun);
}
