"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { RegistryForm } from "@/components/registry/registry-form";
import { openTenantChangeAction } from "./actions";

type DepartureFormProps = {
  operation: string;
  prms: readonly { readonly value: string; readonly label: string }[];
  /** Today. */
  day: string;
};

/** The end of a tenant's contract; what it causes is shown before anything is written. */
export function DepartureForm({ operation, prms, day }: DepartureFormProps) {
  return (
    <RegistryForm
      label="Enregistrer un départ"
      submit="Enregistrer le départ"
      action={openTenantChangeAction}
      hidden={{ operation }}
    >
      {(errorOf) => (
        <>
          <NativeSelect name="prm" label="PRM" data={[...prms]} error={errorOf("prm")} maw={520} />
          <TextInput type="date" name="endDay" label="Fin du contrat" error={errorOf("endDay")} required maw={260} />
          <TextInput
            type="date"
            name="noticeDay"
            label="Avis d’Enedis reçu le"
            max={day}
            description="Vide : il est attendu, dans les 5 jours ouvrés après la fin du contrat."
            error={errorOf("noticeDay")}
            maw={260}
          />
        </>
      )}
    </RegistryForm>
  );
}
