import "server-only";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { insertSettlementJob } from "@/lib/data/settlement-job-writing";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listPeriods, type PeriodStatus } from "@/lib/services/list-periods";

/**
 * Queues the settlement of some periods, or of all that are ready or to be recomputed.
 *
 * @param asked - First days; null: all.
 * @returns The id of the job.
 * @throws {DomainError} UNKNOWN_PERIOD when no period that has begun starts on a day asked for; PERIOD_CLOSED;
 *   NOTHING_TO_SETTLE; SETTLEMENT_UNDER_WAY when a job of the operation is not over.
 */
export async function queueSettlement(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  asked: readonly CivilDate[] | null,
  today: CivilDate,
): Promise<string> {
  const statuses = await listPeriods(operation, today);
  const wanted = asked ? asked.map((from) => findOpen(statuses, from)) : statuses.filter(isToSettle);
  if (wanted.length === 0) throw new DomainError("NOTHING_TO_SETTLE", "no period is ready or to be recomputed");
  const periods = new Map(wanted.map(({ period }) => [period.from, period]));
  const jobId = await insertSettlementJob(operation.id, actor, [...periods.values()]);
  if (!jobId) throw new DomainError("SETTLEMENT_UNDER_WAY", "a job of the operation is not over");
  return jobId;
}

const isToSettle = ({ state }: PeriodStatus): boolean => state === "ready" || state === "to_recompute";

function findOpen(statuses: readonly PeriodStatus[], from: CivilDate): PeriodStatus {
  const status = statuses.find(({ period }) => period.from === from);
  const details = { from };
  if (!status) throw new DomainError("UNKNOWN_PERIOD", "no period starts on this day", { details });
  if (status.closing) throw new DomainError("PERIOD_CLOSED", "a closed period gets no run", { details });
  return status;
}
