"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { newCollectivitySchema, renameCollectivitySchema } from "@/lib/schemas/instance";
import { runAction } from "@/lib/server/action";
import { authorizeInstance } from "@/lib/server/authorize-instance";
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
