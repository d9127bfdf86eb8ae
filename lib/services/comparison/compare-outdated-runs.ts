import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listRunsToCompare, updateComparisonProgress } from "@/lib/data/settlement-comparisons";
import { log } from "@/lib/log";
import { compareRun, type IsOver } from "./compare-run";

/**
 * Compares the latest run of each period whose comparison is asked for, interrupted or out of date.
 *
 * One that fails says so and keeps no other from its turn; another import or a request tries it again.
 *
 * @param startSearch - Called as each run's turn comes.
 * @returns How many were compared.
 */
export async function compareOutdatedRuns(
  operationId: AuthorizedOperationId,
  startSearch: () => IsOver,
): Promise<number> {
  let compared = 0;
  for (const run of await listRunsToCompare(operationId)) {
    try {
      await compareRun(operationId, run, startSearch());
      compared += 1;
    } catch (error) {
      log.error({ err: error, runId: run.runId }, "comparison failed");
      await updateComparisonProgress(operationId, run.runId, "failed", 0);
    }
  }
  return compared;
}
