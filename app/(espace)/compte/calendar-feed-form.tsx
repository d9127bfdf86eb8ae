"use client";

import { Button, TextInput } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { ActionState } from "@/lib/schemas/action-state";
import { createCalendarFeedAction } from "./actions";
import { ShownOnce } from "./shown-once";

const IDLE: ActionState = { status: "idle" };

export function CalendarFeedForm() {
  const [state, formAction, isPending] = useActionState(createCalendarFeedAction, IDLE);
  const errors = state.status === "failed" ? state.fieldErrors : {};
  return (
    <form {...useKeptForm(formAction, state)} aria-label="Nouveau calendrier">
      <TextInput
        name="name"
        label="Nom du calendrier"
        description="Où il sera lu : « Agenda de la mairie »"
        required
        error={errors.name?.[0]}
        maw={400}
      />
      <Button type="submit" variant="default" loading={isPending} mt="md" mb="md">
        Créer une adresse de calendrier
      </Button>
      {state.status === "done" && state.message && (
        <ShownOnce
          title="Voici l’adresse. Copiez-la maintenant : elle ne sera plus montrée."
          secret={state.message}
          copyLabel="Copier l’adresse"
        />
      )}
      {state.status === "failed" && Object.keys(errors).length === 0 && (
        <Notice tone="danger" title="L’adresse n’a pas été créée" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
