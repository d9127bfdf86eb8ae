import "server-only";
import { updateParticipant } from "@/lib/data/participant-writing";
import type { ParticipantDetails } from "@/lib/data/participants";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { publishClosedMonths } from "@/lib/services/publishing/publish-closed-months";
import type { RegistryOperation } from "./compare-annex-2";

/**
 * Changes what is known of a participant.
 *
 * @returns Whether anything changed.
 * @throws {DomainError} UNKNOWN_PARTICIPANT; DATA_ERASED when he asked to be forgotten.
 */
export async function editParticipant(
  { id }: Pick<RegistryOperation, "id">,
  actor: Actor,
  participantId: string,
  details: ParticipantDetails,
): Promise<boolean> {
  const hasChanged = await updateParticipant(id, actor, participantId, details, ({ publication }) =>
    publishClosedMonths(publication),
  );
  if (hasChanged === null) throw new DomainError("UNKNOWN_PARTICIPANT", "not in the registry");
  return hasChanged;
}
