import "server-only";
import { writePeriodClosing } from "@/lib/data/period-closings";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { publishClosedMonths } from "@/lib/services/publishing/publish-closed-months";

/**
 * Freezes a settled period: its latest version stands, and no other is made until it is reopened. Where the operation
 * has a public page, what may be shown of the period is on it with the same transaction.
 *
 * @param periodFrom - First day of the period.
 * @throws {DomainError} PERIOD_NOT_SETTLED; PERIOD_TO_RECOMPUTE when data changed since its latest run; PERIOD_CLOSED.
 */
export async function closePeriod(
  operationId: AuthorizedOperationId,
  actor: Actor,
  periodFrom: CivilDate,
): Promise<void> {
  await writePeriodClosing(operationId, actor, periodFrom, async ({ run, isStale, isClosed, close, publication }) => {
    const details = { from: periodFrom };
    if (!run) throw new DomainError("PERIOD_NOT_SETTLED", "the period has no run", { details });
    if (isClosed) throw new DomainError("PERIOD_CLOSED", "the period is closed already", { details });
    if (isStale) throw new DomainError("PERIOD_TO_RECOMPUTE", "data changed since its run", { details });
    await close(run);
    await publishClosedMonths(publication);
  });
}
