import "server-only";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { requestComparison } from "@/lib/data/settlement-comparisons";
import { findSettlementRunById } from "@/lib/data/settlement-runs";
import { DomainError } from "@/lib/domain/errors";

/**
 * Asks for the comparison of a run, which a worker computes.
 *
 * @returns False when the operation has no such run.
 * @throws {DomainError} RUN_REPLACED when a later version of its period is the one to compare.
 */
export async function askForComparison(
  operationId: AuthorizedOperationId,
  actor: Actor,
  runId: string,
): Promise<boolean> {
  const run = await findSettlementRunById(operationId, runId);
  if (!run) return false;
  if (!(await requestComparison(operationId, actor, runId))) {
    throw new DomainError("RUN_REPLACED", "a later version of the period stands", { details: { runId } });
  }
  return true;
}
