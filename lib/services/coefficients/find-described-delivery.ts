import "server-only";
import { findDelivery } from "@/lib/data/coefficient-deliveries";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CoefficientList } from "@/lib/schemas/api/coefficients";
import { describeDelivery } from "./describe-coefficients";

/** One monthly notification without its coefficients; null when the operation has none of this id. */
export async function findDescribedDelivery(
  operationId: AuthorizedOperationId,
  deliveryId: string,
): Promise<CoefficientList["deliveries"][number] | null> {
  const delivery = await findDelivery(operationId, deliveryId);
  return delivery && describeDelivery(delivery);
}
