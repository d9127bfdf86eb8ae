"use client";

import { Button, PasswordInput, Radio, Stack, TextInput } from "@mantine/core";
import type { Route } from "next";
import { type FormEvent, startTransition, useActionState, useContext, useEffect, useRef, useState } from "react";
import { EndKeysField } from "@/components/account/end-keys-field";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import type { LinkAsks } from "@/lib/services/accounts/show-account-link";
import { TellOutcome } from "./link-outcome";

const IDLE: ActionState = { status: "idle" };

type Field = "account" | "name" | "password";

/** As they follow each other: the cursor goes to the first that is refused. */
const FIELDS: Readonly<Record<LinkAsks, readonly Field[]>> = {
  nothing: [],
  first_password: ["name", "password"],
  new_password: ["password"],
  current_password: ["password"],
  either: ["account", "name", "password"],
};

export type LinkFormProps = {
  label: string;
  token: string;
  /** Whose password managers keep the password for. */
  email: string;
  /** To be confirmed by somebody new. */
  name?: string;
  asks: LinkAsks;
  /** Whether keys and calendars can be revoked with the former password. */
  mayEndKeys?: boolean;
  submit: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  next: { href: Route; label: string };
};

const inputOf = (field: Field) => `input[name=${field}]${field === "account" ? ":checked" : ""}`;

/** The one thing a link is for. What was typed stays after a refusal, but for the password. */
export function LinkForm({
  label,
  token,
  email,
  name = "",
  asks,
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
  const [typedName, setTypedName] = useState(name);
  const [hasAccount, setHasAccount] = useState(false);
  const formElement = useRef<HTMLFormElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  const errors = state.status === "failed" ? state.fieldErrors : {};
  // What is refused may be what this page does not ask, where the link is no longer what it was when the page opened.
  const refused = FIELDS[asks].find((field) => errors[field]?.length);
  useEffect(() => {
    if (state.status !== "failed") return;
    if (passwordInput.current) passwordInput.current.value = "";
    const wrong = FIELDS[asks].find((field) => state.fieldErrors[field]?.length);
    // Of radio buttons the one that was chosen: another would be chosen by the arrow keys only.
    if (wrong) formElement.current?.querySelector<HTMLInputElement>(inputOf(wrong))?.focus();
  }, [state, asks]);

  // Not by the form's own action: React would put the fields back as they were after it, the answer above among them.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => formAction(data));
  }

  const isKnown = asks === "current_password" || (asks === "either" && hasAccount);
  const isNew = asks === "first_password" || (asks === "either" && !hasAccount);
  const hasPassword = asks !== "nothing";
  return (
    <form ref={formElement} onSubmit={send} aria-label={label}>
      <input type="hidden" name="token" value={token} />
      {hasPassword && <input type="hidden" name="username" value={email} autoComplete="username" />}
      <Stack gap="md">
        {asks === "either" && (
          <Radio.Group
            name="account"
            label="Avez-vous déjà un compte Prorata à cette adresse ?"
            value={hasAccount ? "oui" : "non"}
            onChange={(value) => setHasAccount(value === "oui")}
            error={errors.account?.[0]}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="non" label="Non, pas encore" />
              <Radio
                value="oui"
                label="Oui"
                description="S’il n’a pas de mot de passe, connectez-vous d’abord, puis ouvrez ce lien à nouveau."
              />
            </Stack>
          </Radio.Group>
        )}
        {isNew && (
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
        {hasPassword && (
          <PasswordInput
            ref={passwordInput}
            name="password"
            label={isKnown ? "Mot de passe de ce compte" : "Mot de passe à choisir"}
            description={isKnown ? undefined : "12 caractères au moins. Une phrase convient très bien."}
            autoComplete={isKnown ? "current-password" : "new-password"}
            required
            error={errors.password?.[0]}
            visibilityToggleButtonProps={{ "aria-label": "Afficher ou masquer le mot de passe" }}
          />
        )}
        {mayEndKeys && (
          <EndKeysField description="Sinon ils restent ouverts : ils n’ont pas besoin de votre mot de passe. À cocher si quelqu’un d’autre a pu se servir de votre compte." />
        )}
        {state.status === "failed" && !refused && (
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
