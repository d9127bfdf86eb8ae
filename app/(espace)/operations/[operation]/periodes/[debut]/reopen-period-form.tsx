"use client";

import { ReasonField } from "@/components/registry/reason-field";
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
        <ReasonField
          label="Pourquoi la rouvrir"
          description="La raison reste dans l’historique, avec votre nom."
          errorOf={errorOf}
        />
      )}
    </RegistryForm>
  );
}
