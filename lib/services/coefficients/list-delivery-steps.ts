import "server-only";
import { type ExchangePage, listExchanges } from "@/lib/data/coefficient-exchanges";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { DeliveryStep } from "@/lib/schemas/api/coefficients";
import { byPrm } from "./describe-coefficients";
import { readPointNames } from "./read-point-names";

/** What is to be transmitted of a notification, or was, step by step and by PRM. */
export async function listDeliverySteps(
  operationId: AuthorizedOperationId,
  deliveryId: string,
  page: ExchangePage,
): Promise<readonly DeliveryStep[]> {
  const [exchanges, names] = await Promise.all([
    listExchanges(operationId, deliveryId, page),
    readPointNames(operationId),
  ]);
  return exchanges.map(({ id, stepMs, producerId, payload, outcome, rejection, sentAt, answeredAt }) => ({
    id,
    start: new Date(stepMs).toISOString(),
    producerPrm: producerId && names.prmOf(producerId),
    ppm: byPrm(Object.entries(payload), names.prmOf),
    outcome,
    rejection,
    queuedAt: sentAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }));
}
