import type { Delivery } from "@/lib/domain/coefficients/delivery";
import type { Hypothesis } from "./hypothesis";

/**
 * Supposes that the operator took another notification of the month's coefficients, whatever its day and its faults.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.4.
 */
export function supposeDelivery(delivery: Delivery): Hypothesis {
  // Through the interface a fault spoils its own step only: the rest of what was notified is tried as it is.
  const taken: Delivery = {
    ...delivery,
    channel: "api",
    state: "accepted",
    sentDay: delivery.period.from,
    isFaulty: false,
    rejectedSteps: [],
  };
  return {
    claim: { kind: "other_delivery", deliveryId: delivery.id },
    changeInput: (input) => ({
      ...input,
      deliveries: [taken],
      keys: [{ id: delivery.id, kind: delivery.coefficients.kind, ...input.period, ppmByConsumer: new Map() }],
    }),
    changeResults: null,
  };
}
