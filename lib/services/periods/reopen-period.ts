import "server-only";
import { writePeriodClosing } from "@/lib/data/period-closings";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { derivePeriodAnew } from "@/lib/services/tariffs/derive-period-anew";

/**
 * Takes the closing of a period back, so that it can be settled again; the closing stays in the history. Its energies by
 * tariff period follow the off-peak hours known today again.
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
  await writePeriodClosing(operationId, actor, periodFrom, async ({ isClosed, run, reopen, tariffs }) => {
    if (!isClosed) {
      throw new DomainError("PERIOD_NOT_CLOSED", "the period is not closed", { details: { from: periodFrom } });
    }
    await reopen(reason);
    if (run) await derivePeriodAnew(operationId, tariffs, run.period);
  });
}
