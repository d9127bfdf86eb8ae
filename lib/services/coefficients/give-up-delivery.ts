import "server-only";
import { writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { findMovableDelivery } from "./find-movable-delivery";

/**
 * Gives a draft up; history keeps it.
 *
 * @throws {DomainError} UNKNOWN_DELIVERY; DELIVERY_MOVE_REFUSED unless it is a draft.
 */
export async function giveUpDelivery(
  operationId: AuthorizedOperationId,
  actor: Actor,
  deliveryId: string,
): Promise<void> {
  await writeDeliveries(operationId, actor, async (writing) =>
    writing.giveUp(await findMovableDelivery(writing, deliveryId, "give_up")),
  );
}
