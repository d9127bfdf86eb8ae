import "server-only";
import { type DeliveryAnswer, writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { findMovableDelivery } from "./find-movable-delivery";

/**
 * Records what the DSO said of a delivery as a whole. Refused, the period is shared by the default key unless another
 * one was sent in time.
 *
 * @throws {DomainError} UNKNOWN_DELIVERY; DELIVERY_MOVE_REFUSED unless it was sent.
 */
export async function answerDelivery(
  operationId: AuthorizedOperationId,
  actor: Actor,
  deliveryId: string,
  answer: DeliveryAnswer,
): Promise<void> {
  await writeDeliveries(operationId, actor, async (writing) => {
    const delivery = await findMovableDelivery(writing, deliveryId, answer.state === "accepted" ? "accept" : "refuse");
    await writing.answer(delivery, answer);
  });
}
