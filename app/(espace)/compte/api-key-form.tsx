"use client";

import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { createApiKeyAction } from "./actions";
import { ShownOnce } from "./shown-once";

const IDLE: ActionState = { status: "idle" };

export function ApiKeyForm() {
  const [state, formAction, isPending] = useActionState(createApiKeyAction, IDLE);
  const errors = state.status === "failed" ? state.fieldErrors : {};
  return (
    <form action={formAction} aria-label="Nouvelle clé d’API">
      <Group align="flex-start">
        <TextInput name="name" label="Nom de la clé" description="À quoi elle sert" required error={errors.name?.[0]} />
        <NativeSelect
          name="scope"
          label="Portée"
          description="Ce qu’elle permet"
          data={[
            { value: "read", label: "Lecture" },
            { value: "write", label: "Lecture et écriture" },
          ]}
          error={errors.scope?.[0]}
        />
      </Group>
      <Button type="submit" loading={isPending} mt="md" mb="md">
        Créer une clé
      </Button>
      {state.status === "done" && state.message && (
        <ShownOnce
          title="Voici la clé. Copiez-la maintenant : elle ne sera plus montrée."
          secret={state.message}
          copyLabel="Copier la clé"
        />
      )}
      {state.status === "failed" && Object.keys(errors).length === 0 && (
        <Notice tone="danger" title="La clé n’a pas été créée" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
