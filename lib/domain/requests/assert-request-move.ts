import { DomainError } from "@/lib/domain/errors";
import type { RequestKind } from "./request-kind";
import type { RequestMoveName } from "./request-progress";
import type { RequestState } from "./request-state";

const FROM: Readonly<Record<RequestMoveName | "edit", readonly RequestState[]>> = {
  edit: ["draft", "anomaly"],
  send: ["draft", "anomaly"],
  accept: ["sent"],
  report_anomaly: ["sent"],
  take_effect: ["accepted"],
  withdraw: ["draft", "sent", "anomaly", "accepted"],
};

/**
 * Refuses what a request cannot undergo where it stands: `draft → sent → accepted | anomaly → (corrected, sent again) →
 * in effect`, or `withdrawn` before that.
 *
 * A termination takes effect without the DSO's agreement (art. 8.5.1).
 *
 * @throws {DomainError} REQUEST_MOVE_REFUSED; `details` say the move and the state.
 */
export function assertRequestMove(move: RequestMoveName | "edit", state: RequestState, kind: RequestKind): void {
  if (FROM[move].includes(state)) return;
  if (move === "take_effect" && kind === "termination" && state === "sent") return;
  throw new DomainError("REQUEST_MOVE_REFUSED", `a request that is ${state} cannot: ${move}`, {
    details: { move, state },
  });
}
