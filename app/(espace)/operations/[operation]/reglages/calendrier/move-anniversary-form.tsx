"use client";

import { NativeSelect, Radio, Stack, TextInput } from "@mantine/core";
import { ReasonField } from "@/components/registry/reason-field";
import { RegistryForm } from "@/components/registry/registry-form";
import { moveAnniversaryAction } from "./actions";

type MoveAnniversaryFormProps = {
  operation: string;
  /** Those that may change, by their first day. */
  periods: readonly { value: string; label: string }[];
  /** The one that is proposed. */
  period: string | null;
};

/** Records a new anniversary; what the periods become is shown, and agreed to, first. */
export function MoveAnniversaryForm({ operation, periods, period }: MoveAnniversaryFormProps) {
  return (
    <RegistryForm
      label="Déplacer la date anniversaire"
      submit="Voir ce qui change"
      action={moveAnniversaryAction}
      hidden={{ operation }}
    >
      {(errorOf) => (
        <>
          <TextInput
            name="dayOfMonth"
            label="Nouveau jour du mois"
            description="De 1 à 31 ; un mois plus court prend son dernier jour."
            inputMode="numeric"
            maxLength={2}
            error={errorOf("dayOfMonth")}
            required
            maw={320}
          />
          <NativeSelect
            name="period"
            label="Première période qui change"
            data={[...periods]}
            defaultValue={period ?? undefined}
            error={errorOf("period")}
            maw={320}
          />
          <Radio.Group name="length" label="Cette période devient" defaultValue="longer" error={errorOf("length")}>
            <Stack gap="xs" my="xs">
              <Radio value="longer" label="Plus longue : elle finit au deuxième nouveau jour" />
              <Radio value="shorter" label="Plus courte : elle finit au premier nouveau jour" />
            </Stack>
          </Radio.Group>
          <ReasonField label="Motif" description="La notification d’Enedis et sa date." errorOf={errorOf} />
        </>
      )}
    </RegistryForm>
  );
}
