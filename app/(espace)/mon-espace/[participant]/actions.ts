"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { ownComplaintSchema, ownWithdrawalSchema } from "@/lib/schemas/participant-space";
import { runAction } from "@/lib/server/action";
import { authorizeParticipant } from "@/lib/server/authorize-participant";
import { today } from "@/lib/server/today";
import { writeOwnComplaint } from "@/lib/services/participant-space/own-complaints";
import { withdrawOwnConsent } from "@/lib/services/participant-space/own-consents";

export async function withdrawOwnConsentAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { participant, consent } = ownWithdrawalSchema.parse(Object.fromEntries(form));
    const { own, actor } = await authorizeParticipant(participant);
    await withdrawOwnConsent(own, actor, consent, await today());
    refresh();
    return "C’est enregistré : ce consentement ne vaut plus à partir d’aujourd’hui. L’organisateur le voit.";
  });
}

export async function writeOwnComplaintAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { participant, ...complaint } = ownComplaintSchema.parse(Object.fromEntries(form));
    const { own, actor } = await authorizeParticipant(participant);
    await writeOwnComplaint(own, actor, complaint, { today: await today(), headers: await headers() });
    refresh();
    return "C’est envoyé : l’organisateur l’a dans son registre. Sa réponse s’affichera ici.";
  });
}
