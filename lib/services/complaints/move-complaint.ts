import "server-only";
import { insertComplaintStep } from "@/lib/data/complaint-writing";
import { toComplaint } from "@/lib/data/complaints";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { assertComplaintMove } from "@/lib/domain/complaints/assert-complaint-move";
import type { ComplaintMove } from "@/lib/domain/complaints/complaint";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Records what was done about a complaint.
 *
 * @returns False when the operation has no such complaint.
 * @throws {DomainError} DATA_ERASED; whatever {@link assertComplaintMove} throws.
 */
export function moveComplaint(
  operationId: AuthorizedOperationId,
  actor: Actor,
  complaintId: string,
  step: { readonly move: ComplaintMove; readonly day: CivilDate; readonly note: string | null },
  today: CivilDate,
): Promise<boolean> {
  return insertComplaintStep(operationId, actor, complaintId, step, (complaint) =>
    assertComplaintMove(toComplaint(complaint), step, today),
  );
}
