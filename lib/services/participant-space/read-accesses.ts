import "server-only";
import { endParticipantAccess, listParticipantAccesses, type ParticipantAccess } from "@/lib/data/participant-accesses";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";

/** Who reads the figures of a participant, or once did; the open ones first. */
export function readAccesses(
  operationId: AuthorizedOperationId,
  participantId: string,
): Promise<readonly ParticipantAccess[]> {
  return listParticipantAccesses(operationId, participantId);
}

/** Closes a participant's space to one account; false when it was not open. */
export function endAccess(operationId: AuthorizedOperationId, actor: Actor, accessId: string): Promise<boolean> {
  return endParticipantAccess(operationId, actor, accessId);
}
