import { DomainError } from "@/lib/domain/errors";
import type { DeliveryState } from "./delivery";

/** What can be done to a delivery. */
export type DeliveryMove = "edit" | "send" | "give_up" | "accept" | "refuse";

const FROM: Readonly<Record<DeliveryMove, readonly DeliveryState[]>> = {
  edit: ["draft"],
  send: ["draft"],
  give_up: ["draft"],
  // The DSO may come back on its first word.
  accept: ["sent", "refused"],
  refuse: ["sent", "accepted"],
};

/**
 * Refuses what a delivery cannot undergo where it stands: what was sent never changes, a correction is another one.
 *
 * @throws {DomainError} DELIVERY_MOVE_REFUSED; `details` say the move and the state.
 */
export function assertDeliveryMove(
  move: DeliveryMove,
  { state, isSuperseded }: { readonly state: DeliveryState; readonly isSuperseded: boolean },
): void {
  if (!isSuperseded && FROM[move].includes(state)) return;
  throw new DomainError("DELIVERY_MOVE_REFUSED", `a delivery that is ${state} cannot be: ${move}`, {
    details: { move, state },
  });
}
