import "server-only";
import { writePeriodClosing } from "@/lib/data/period-closings";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Takes the closing of a period back, so that it can be settled again; the closing stays in the history.
 *
 * @param periodFrom - First day of the period.
 * @throws {DomainError} PERIOD_NOT_CLOSED.
 */
export async function reopenPeriod(
  operationId: AuthorizedOperationId,
  actor: Actor,
  periodFrom: CivilDate,
  reason: string,
): Promise<void> {
  await writePeriodClosing(operationId, actor, periodFrom, async ({ isClosed, reopen }) => {
    if (!isClosed) {
      throw new DomainError("PERIOD_NOT_CLOSED", "the period is not closed", { details: { from: periodFrom } });
    }
    await reopen(reason);
  });
}
