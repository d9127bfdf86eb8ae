"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { newCollectivitySchema, renameCollectivitySchema } from "@/lib/schemas/instance";
import { appointmentSchema } from "@/lib/schemas/operation-access";
import { runAction } from "@/lib/server/action";
import { authorizeAppointment, authorizeInstance } from "@/lib/server/authorize-instance";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { createCollectivity } from "@/lib/services/instance/create-collectivity";
import { renameCollectivity } from "@/lib/services/instance/rename-collectivity";

/** Creates a collectivity and goes to its page, where its first administrator is invited. */
export async function createCollectivityAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { name } = newCollectivitySchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeInstance();
    const collectivityId = await createCollectivity(id, actor, name);
    redirect(`/installation/collectivites/${collectivityId}` as Route);
  });
}

export async function renameCollectivityAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { collectivity, name } = renameCollectivitySchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeInstance();
    const isChanged = await renameCollectivity(id, actor, collectivity, name);
    refresh();
    return isChanged ? "Le nom est changé, dans toutes ses opérations." : "Rien ne change : c’est déjà son nom.";
  });
}

/** Invites an administrator. On success `message` is a sentence, or the link to hand over, shown once. */
export async function appointAdministratorAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { collectivity, handedOver, ...person } = appointmentSchema.parse(Object.fromEntries(form));
    const { id: collectivityId, actor } = await authorizeAppointment(collectivity);
    const options = { now: new Date(), isHandedOver: handedOver !== undefined };
    const target = { kind: "collectivity", collectivityId, role: "admin" } as const;
    const { address } = await invitePerson(actor, target, person, options);
    return address ?? "L’invitation part par courriel. Rien n’est ouvert avant qu’elle soit acceptée.";
  });
}
