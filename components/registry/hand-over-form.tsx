"use client";

import { NativeSelect } from "@mantine/core";
import { CheckedField } from "./checked-field";
import { loadStartDayRule } from "./field-rules";
import { type RegistryAction, RegistryForm } from "./registry-form";

type HandOverFormProps = {
  operation: string;
  prm: string;
  /** Who may hold it next. */
  participants: readonly { readonly id: string; readonly name: string }[];
  action: RegistryAction;
};

/** Gives a metering point to another participant from a day on. */
export function HandOverForm({ operation, prm, participants, action }: HandOverFormProps) {
  return (
    <RegistryForm
      label="Changement de titulaire"
      submit="Enregistrer le changement de titulaire"
      action={action}
      hidden={{ operation, prm }}
    >
      {(errorOf) => (
        <>
          <NativeSelect
            name="participant"
            label="Nouveau titulaire"
            data={participants.map(({ id, name }) => ({ value: id, label: name }))}
            error={errorOf("participant")}
          />
          <CheckedField
            name="day"
            type="date"
            loadRule={loadStartDayRule}
            label="Date du changement"
            description="Le premier jour du nouveau titulaire ; les jours d’avant restent à l’ancien."
            error={errorOf("day")}
            required
          />
        </>
      )}
    </RegistryForm>
  );
}
