import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listSettlementRuns, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** The versions of the period that starts on a day, latest first. */
export async function listPeriodRuns(
  operationId: AuthorizedOperationId,
  periodFrom: CivilDate,
): Promise<readonly SettlementRunSummary[]> {
  return (await listSettlementRuns(operationId)).filter(({ period }) => period.from === periodFrom);
}
