"use client";

import { CheckedField } from "@/components/registry/checked-field";
import { RegistryForm } from "@/components/registry/registry-form";
import type { LoadRule } from "@/lib/schemas/load-rule";
import { createCollectivityAction, renameCollectivityAction } from "./actions";

const loadNameRule: LoadRule = async () => (await import("@/lib/schemas/instance")).collectivityNameSchema;

/** The name of a new collectivity, or another one for one that exists. */
export function CollectivityNameForm({ collectivity }: { collectivity?: { id: string; name: string } }) {
  return (
    <RegistryForm
      label={collectivity ? "Renommer la collectivité" : "Nouvelle collectivité"}
      submit={collectivity ? "Renommer" : "Créer la collectivité"}
      action={collectivity ? renameCollectivityAction : createCollectivityAction}
      hidden={collectivity ? { collectivity: collectivity.id } : {}}
    >
      {(errorOf) => (
        <CheckedField
          name="name"
          label="Nom de la collectivité"
          description="Tel qu’il figure sur ses rapports : « Commune de Saint-Exemple »."
          loadRule={loadNameRule}
          defaultValue={collectivity?.name}
          error={errorOf("name")}
          required
        />
      )}
    </RegistryForm>
  );
}
