"use client";

import { NativeSelect } from "@mantine/core";
import { RegistryForm } from "@/components/registry/registry-form";
import { setOperationRoleAction } from "./actions";
import { OPERATION_ROLES } from "./operation-roles";

type OperationRoleFormProps = {
  operation: string;
  people: readonly { readonly userId: string; readonly name: string }[];
};

/** A role in this operation only, for somebody who has access already. */
export function OperationRoleForm({ operation, people }: OperationRoleFormProps) {
  return (
    <RegistryForm
      label="Rôle dans l’opération"
      submit="Enregistrer le rôle"
      action={setOperationRoleAction}
      hidden={{ operation }}
    >
      {(errorOf) => (
        <>
          <NativeSelect
            name="userId"
            label="Personne"
            data={[
              { value: "", label: "Choisissez…" },
              ...people.map(({ userId, name }) => ({ value: userId, label: name })),
            ]}
            error={errorOf("userId")}
            maw={480}
            required
          />
          <NativeSelect
            name="role"
            label="Rôle dans cette opération"
            data={[
              ...OPERATION_ROLES,
              { value: "none", label: "aucun rôle propre : seulement celui de la collectivité" },
            ]}
            error={errorOf("role")}
            maw={640}
          />
        </>
      )}
    </RegistryForm>
  );
}
