"use client";

import { Button, Group, PasswordInput, TextInput } from "@mantine/core";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { cancelEmailChangeAction, requestEmailChangeAction } from "./email-actions";

const IDLE: ActionState = { status: "idle" };

/** Asks for another address; the password is asked again, since a session left open is not its owner. */
export function EmailForm() {
  const [state, formAction, isPending] = useActionState(requestEmailChangeAction, IDLE);
  const [email, setEmail] = useState("");
  const errors = state.status === "failed" ? state.fieldErrors : {};
  return (
    <form action={formAction} aria-label="Nouvelle adresse électronique">
      <Group align="flex-start" mb="md">
        <TextInput
          name="email"
          type="email"
          label="Nouvelle adresse"
          autoComplete="email"
          required
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          error={errors.email?.[0]}
        />
        <PasswordInput
          name="password"
          label="Votre mot de passe actuel"
          autoComplete="current-password"
          required
          error={errors.password?.[0]}
          visibilityToggleButtonProps={{ "aria-label": "Afficher ou masquer le mot de passe" }}
        />
      </Group>
      {state.status === "failed" && Object.keys(errors).length === 0 && (
        <Notice tone="danger" title="Le changement n’est pas demandé" live>
          {state.message}
        </Notice>
      )}
      <Button type="submit" variant="default" loading={isPending}>
        Demander le changement
      </Button>
    </form>
  );
}

/** The change that waits, and the way to call it off. */
export function PendingEmail({ email, until }: { email: string; until: string }) {
  const [, formAction, isPending] = useActionState(cancelEmailChangeAction, IDLE);
  return (
    <Notice title={`Une nouvelle adresse attend d’être confirmée : ${email}`}>
      <p>Son lien vaut jusqu’au {until}. Il sert une fois.</p>
      <form action={formAction} aria-label="Annuler le changement d’adresse">
        <Button type="submit" variant="default" size="xs" loading={isPending}>
          Annuler ce changement
        </Button>
      </form>
    </Notice>
  );
}
