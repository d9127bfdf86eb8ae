"use client";

import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { createApiKeyAction } from "./key-actions";
import { ShownOnce } from "./shown-once";

const IDLE: ActionState = { status: "idle" };
const ENDLESS = "0";

type ApiKeyFormProps = {
  /** Those one may open. */
  operations: readonly { readonly slug: string; readonly name: string }[];
};

export function ApiKeyForm({ operations }: ApiKeyFormProps) {
  const [state, formAction, isPending] = useActionState(createApiKeyAction, IDLE);
  const [fields, setFields] = useState({ name: "", scope: "read", days: "365" });
  const errors = state.status === "failed" ? state.fieldErrors : {};
  const follow = (name: keyof typeof fields) => ({
    name,
    value: fields[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setFields((known) => ({ ...known, [name]: value }));
    },
    error: errors[name]?.[0],
  });
  return (
    // What was typed stays: React would reset the lists, and not what it knows of them.
    <form action={formAction} onReset={(event) => event.preventDefault()} aria-label="Nouvelle clé d’API">
      <Group align="flex-start">
        <TextInput {...follow("name")} label="Nom de la clé" description="À quoi elle sert" required />
        <NativeSelect
          {...follow("scope")}
          label="Portée"
          description="Ce qu’elle permet"
          data={[
            { value: "read", label: "Lecture" },
            { value: "measures", label: "Mesures : en envoyer, suivre leur import" },
            { value: "write", label: "Lecture et écriture" },
          ]}
        />
        <NativeSelect
          {...follow("days")}
          label="Durée"
          description="Quand elle finit"
          data={[
            { value: "30", label: "30 jours" },
            { value: "90", label: "90 jours" },
            { value: "365", label: "1 an" },
            { value: ENDLESS, label: "Sans fin" },
          ]}
        />
      </Group>
      {fields.days === ENDLESS && (
        <Notice tone="warning" title="Une clé sans fin ouvre jusqu’à ce qu’on la révoque">
          Perdue ou oubliée, elle reste valable. Une clé d’un an se remplace sans interruption.
        </Notice>
      )}
      <OperationChoice operations={operations} error={errors.operations?.[0]} />
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

function OperationChoice({ operations, error }: ApiKeyFormProps & { error: string | undefined }) {
  const [chosen, setChosen] = useState<string[]>([]);
  if (operations.length === 0) return null;
  return (
    <Checkbox.Group
      label="Opérations"
      description="Sans choix, toutes celles qui vous sont ouvertes, aujourd’hui et plus tard"
      value={chosen}
      onChange={setChosen}
      error={error}
      mt="md"
    >
      <Stack gap="xs" mt="xs">
        {operations.map(({ slug, name }) => (
          <Checkbox key={slug} name="operations" value={slug} label={name} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
