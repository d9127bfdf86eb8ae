"use client";

import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import type { Route } from "next";
import { useActionState, useContext, useEffect, useRef, useState } from "react";
import { EndKeysField } from "@/components/account/end-keys-field";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { TellOutcome } from "./link-outcome";

const IDLE: ActionState = { status: "idle" };

export type LinkFormProps = {
  label: string;
  token: string;
  /** Whose password managers keep the password for. */
  email: string;
  /** To be confirmed by somebody new; null when it is not asked. */
  name: string | null;
  /** A first or another one, the one he has, or none. */
  password: "new" | "current" | null;
  /** Whether keys and calendars can be revoked with the former password. */
  mayEndKeys?: boolean;
  submit: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  next: { href: Route; label: string };
};

/** The one thing a link is for. What was typed stays after a refusal, but for the password. */
export function LinkForm({
  label,
  token,
  email,
  name,
  password,
  mayEndKeys = false,
  submit,
  action,
  next,
}: LinkFormProps) {
  const tellOutcome = useContext(TellOutcome);
  const [state, formAction, isPending] = useActionState(async (previous: ActionState, form: FormData) => {
    const answer = await action(previous, form);
    if (answer.status === "done") tellOutcome({ message: answer.message ?? "", next });
    return answer;
  }, IDLE);
  const [typedName, setTypedName] = useState(name ?? "");
  const passwordInput = useRef<HTMLInputElement>(null);
  const errors = state.status === "failed" ? state.fieldErrors : {};
  const passwordError = errors.password?.[0];
  useEffect(() => {
    if (passwordError) passwordInput.current?.focus();
  }, [passwordError]);
  return (
    <form action={formAction} aria-label={label}>
      <input type="hidden" name="token" value={token} />
      {password && <input type="hidden" name="username" value={email} autoComplete="username" />}
      <Stack gap="md">
        {name !== null && (
          <TextInput
            name="name"
            label="Votre nom"
            value={typedName}
            onChange={({ currentTarget }) => setTypedName(currentTarget.value)}
            autoComplete="name"
            required
            error={errors.name?.[0]}
          />
        )}
        {password && (
          <PasswordInput
            ref={passwordInput}
            name="password"
            label={password === "new" ? "Mot de passe à choisir" : "Mot de passe de ce compte"}
            description={password === "new" ? "12 caractères au moins. Une phrase convient très bien." : undefined}
            autoComplete={password === "new" ? "new-password" : "current-password"}
            required
            error={passwordError}
            visibilityToggleButtonProps={{ "aria-label": "Afficher ou masquer le mot de passe" }}
          />
        )}
        {mayEndKeys && (
          <EndKeysField description="Sinon ils restent ouverts : ils n’ont pas besoin de votre mot de passe. À cocher si quelqu’un d’autre a pu se servir de votre compte." />
        )}
        {state.status === "failed" && Object.keys(errors).length === 0 && (
          <Notice tone="danger" title="Cela n’a pas abouti" live>
            {state.message}
          </Notice>
        )}
        <Button type="submit" loading={isPending}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
