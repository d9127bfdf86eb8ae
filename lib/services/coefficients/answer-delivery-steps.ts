import "server-only";
import { writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import type { ExchangeAnswer } from "@/lib/data/coefficient-exchanges";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";

/**
 * Records what the DSO said of some steps of a notification. A step keeps the first answer it got: one said twice, or
 * for a step of another notification, changes nothing and is not counted.
 *
 * @returns Number of steps that got their answer.
 * @throws {DomainError} UNKNOWN_DELIVERY.
 */
export async function answerDeliverySteps(
  operationId: AuthorizedOperationId,
  actor: Actor,
  deliveryId: string,
  answers: readonly ExchangeAnswer[],
): Promise<number> {
  return writeDeliveries(operationId, actor, async (writing) => {
    const delivery = await writing.find(deliveryId);
    if (!delivery) throw new DomainError("UNKNOWN_DELIVERY", "the operation has no such delivery");
    return writing.answerExchanges(delivery, answers);
  });
}
