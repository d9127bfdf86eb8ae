"use client";

import { TextInput } from "@mantine/core";
import { RegistryForm } from "@/components/registry/registry-form";
import { reopenPeriodAction } from "./actions";

/** Takes the closing of a period back, with a reason. */
export function ReopenPeriodForm({ operation, from }: { operation: string; from: string }) {
  return (
    <RegistryForm
      label="Rouvrir la période"
      submit="Rouvrir la période"
      action={reopenPeriodAction}
      hidden={{ operation, from }}
      isDestructive
    >
      {(errorOf) => (
        <TextInput
          name="reason"
          label="Pourquoi la rouvrir"
          description="La raison reste dans l’historique, avec votre nom."
          maxLength={500}
          error={errorOf("reason")}
          required
          maw={640}
        />
      )}
    </RegistryForm>
  );
}
