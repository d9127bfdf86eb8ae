import { assertStepInOrder } from "@/lib/domain/correspondence/assert-step-in-order";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Complaint, ComplaintMove } from "./complaint";
import { complaintState } from "./complaint-state";
import { listComplaintMoves } from "./list-complaint-moves";

/**
 * Refuses a step that a complaint cannot take where it stands, or on that day.
 *
 * @param step - `note`: what is said of it; a complaint closed without an answer says why.
 * @param today - Nothing is recorded before it has happened.
 * @throws {DomainError} COMPLAINT_MOVE_REFUSED, whose `details` say the move and the state; REASON_MISSING; DAY_IN_FUTURE;
 *   STEP_OUT_OF_ORDER for a day before the step before it.
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.5 and 8.4.2.
 */
export function assertComplaintMove(
  complaint: Complaint,
  { move, day, note }: { readonly move: ComplaintMove; readonly day: CivilDate; readonly note: string | null },
  today: CivilDate,
): void {
  const state = complaintState(complaint);
  if (!listComplaintMoves(state, complaint.kind).includes(move)) {
    throw new DomainError("COMPLAINT_MOVE_REFUSED", `a complaint that is ${state} cannot be: ${move}`, {
      details: { move, state },
    });
  }
  if (move === "closed" && state !== "answered" && note === null) {
    throw new DomainError("REASON_MISSING", "closed without an answer nor a reason", { details: { field: "note" } });
  }
  assertStepInOrder(day, complaint.steps.at(-1)?.day ?? complaint.receivedDay, today);
}
