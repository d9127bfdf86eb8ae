"use client";

import { Checkbox, Group } from "@mantine/core";
import { prmRemark } from "@/lib/format/describe-prm";
import { CheckedField } from "./checked-field";
import { loadPrmRule, loadStartDayRule } from "./field-rules";
import { MeteringPointFields, type PointFormValues } from "./metering-point-fields";
import { type RegistryAction, RegistryForm } from "./registry-form";

type NewMeteringPointFormProps = { operation: string; participant: string; minDay: string; action: RegistryAction };

/** Adds a metering point to a participant, with its roles and the day it enters. */
export function NewMeteringPointForm({ operation, participant, minDay, action }: NewMeteringPointFormProps) {
  return (
    <RegistryForm label="Nouveau PRM" submit="Ajouter le PRM" action={action} hidden={{ operation, participant }}>
      {(errorOf) => (
        <>
          <CheckedField
            name="prm"
            label="Numéro du PRM"
            description="14 chiffres, sur la facture ou le compteur"
            inputMode="numeric"
            loadRule={loadPrmRule}
            remark={prmRemark}
            error={errorOf("prm")}
            required
          />
          <RoleChoice error={errorOf("roles")} />
          <CheckedField
            name="day"
            type="date"
            label="Date d’entrée"
            description="Enedis demande 15 jours ouvrés de préavis (art. 3.2.1)."
            min={minDay}
            loadRule={loadStartDayRule}
            error={errorOf("day")}
            required
          />
          <MeteringPointFields errorOf={errorOf} />
        </>
      )}
    </RegistryForm>
  );
}

type EditMeteringPointFormProps = { operation: string; prm: string; point: PointFormValues; action: RegistryAction };

/** Changes what is known of a metering point; its days are changed on its sheet. */
export function EditMeteringPointForm({ operation, prm, point, action }: EditMeteringPointFormProps) {
  return (
    <RegistryForm label="Fiche du PRM" submit="Enregistrer" action={action} hidden={{ operation, prm }}>
      {(errorOf) => <MeteringPointFields point={point} errorOf={errorOf} />}
    </RegistryForm>
  );
}

/** As what it takes part: one role, or both under one PRM. */
export function RoleChoice({ error }: { error: string | undefined }) {
  return (
    <Checkbox.Group label="Rôles" error={error} withAsterisk>
      <Group mt="xs">
        <Checkbox name="roles" value="consumer" label="Consommateur" />
        <Checkbox name="roles" value="producer" label="Producteur" />
      </Group>
    </Checkbox.Group>
  );
}
