import "server-only";
import type { DeliveryWriting, LockedDelivery } from "@/lib/data/coefficient-delivery-writing";
import { assertDeliveryMove, type DeliveryMove } from "@/lib/domain/coefficients/assert-delivery-move";
import { DomainError } from "@/lib/domain/errors";

/**
 * A delivery that can undergo a move, held until the move is written.
 *
 * @throws {DomainError} UNKNOWN_DELIVERY; DELIVERY_MOVE_REFUSED.
 */
export async function findMovableDelivery(
  writing: Pick<DeliveryWriting, "find">,
  deliveryId: string,
  move: DeliveryMove,
): Promise<LockedDelivery> {
  const delivery = await writing.find(deliveryId);
  if (!delivery) throw new DomainError("UNKNOWN_DELIVERY", "the operation has no such delivery");
  assertDeliveryMove(move, delivery);
  return delivery;
}
