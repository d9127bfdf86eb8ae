import "server-only";
import { findParticipant } from "@/lib/data/participants";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import {
  type Invitation,
  type InvitationOptions,
  type InvitedPerson,
  invitePerson,
} from "@/lib/services/accounts/invite-person";

/**
 * Invites somebody to a participant's own space: the participant himself, or who acts for a body.
 *
 * @throws {DomainError} UNKNOWN_PARTICIPANT, DATA_ERASED once he asked to be forgotten, or ALREADY_MEMBER.
 */
export async function inviteParticipant(
  operationId: AuthorizedOperationId,
  actor: Actor,
  participantId: string,
  invited: InvitedPerson,
  options: InvitationOptions,
): Promise<Invitation> {
  const participant = await findParticipant(operationId, participantId);
  if (!participant) throw new DomainError("UNKNOWN_PARTICIPANT", "not in the registry");
  if (participant.isErased) throw new DomainError("DATA_ERASED", "he asked to be forgotten");
  return invitePerson(actor, { kind: "participant", operationId, participantId }, invited, options);
}
