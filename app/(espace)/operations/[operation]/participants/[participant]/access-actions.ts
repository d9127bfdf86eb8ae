"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { endAccessSchema, participantInvitationSchema } from "@/lib/schemas/participant-space";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { inviteParticipant } from "@/lib/services/participant-space/invite-participant";
import { endAccess } from "@/lib/services/participant-space/read-accesses";

/** Invites to a participant's space. On success `message` is a sentence, or the link to hand over, shown once. */
export async function inviteParticipantAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const request = participantInvitationSchema.parse(Object.fromEntries(form));
    const { operation: address, participant, handedOver, ...person } = request;
    const { id, actor } = await authorizeOperation(address, "write");
    const options = { now: new Date(), isHandedOver: handedOver !== undefined };
    const invitation = await inviteParticipant(id, actor, participant, person, options);
    refresh();
    return invitation.address ?? "L’invitation part par courriel. Rien n’est ouvert avant qu’elle soit acceptée.";
  });
}

export async function endParticipantAccessAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, access } = endAccessSchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeOperation(address, "write");
    const isEnded = await endAccess(id, actor, access);
    refresh();
    return isEnded ? "L’espace est fermé à ce compte." : "Rien ne change : cet accès était déjà fermé.";
  });
}
