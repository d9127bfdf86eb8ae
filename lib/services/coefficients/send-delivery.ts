import "server-only";
import { findDelivery, readDelivery } from "@/lib/data/coefficient-deliveries";
import { writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { listStepPayloads } from "@/lib/domain/coefficients/list-step-payloads";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { findMovableDelivery } from "./find-movable-delivery";
import { assertWhole, readMonthCoefficients } from "./read-month-coefficients";

/**
 * Records that a draft was notified to the DSO on a day: it never changes again.
 *
 * By file the whole was mailed. Through the interface each step, and each producer's when full dynamic, is kept as it
 * is to be transmitted, and waits for its answer.
 *
 * @throws {DomainError} UNKNOWN_DELIVERY; DELIVERY_MOVE_REFUSED unless it is a draft; DELIVERY_FAULTY when it breaks
 *   annexe 5, and for a file DELIVERY_INCOMPLETE, DELIVERY_OTHER_PERIMETER: the DSO would apply the default key to the
 *   whole period.
 */
export async function sendDelivery(
  operationId: AuthorizedOperationId,
  actor: Actor,
  deliveryId: string,
  sentDay: CivilDate,
): Promise<void> {
  await writeDeliveries(operationId, actor, async (writing) => {
    const draft = await findMovableDelivery(writing, deliveryId, "send");
    if (draft.isFaulty) throw new DomainError("DELIVERY_FAULTY", "the delivery breaks annexe 5");
    const summary = await findDelivery(operationId, deliveryId);
    if (!summary) throw new Error("a delivery that is held is not found");
    if (draft.channel === "api") {
      const { period, stepMinutes } = summary;
      const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
      const delivery = await readDelivery(operationId, summary);
      await writing.insertExchanges(draft, listStepPayloads(delivery, axis));
    } else assertWhole(await readMonthCoefficients(operationId, summary));
    await writing.send(draft, sentDay);
  });
}
