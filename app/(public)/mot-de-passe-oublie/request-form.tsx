"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { requestPasswordAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

const DONE = {
  mailed:
    "Si cette adresse a un compte avec un mot de passe, un lien y arrive dans les minutes qui viennent. Sinon, regardez parmi les indésirables, ou demandez à un administrateur de votre collectivité.",
  waiting:
    "Si cette adresse a un compte avec un mot de passe, la demande attend maintenant un administrateur de votre collectivité. Prévenez-le : il vous remettra un lien.",
};

export function RequestForm({ isMailed }: { isMailed: boolean }) {
  const [state, formAction, isPending] = useActionState(requestPasswordAction, IDLE);
  const [email, setEmail] = useState("");
  const errors = state.status === "failed" ? state.fieldErrors : {};
  if (state.status === "done") {
    return (
      <Notice tone="success" title="La demande est faite" live>
        {isMailed ? DONE.mailed : DONE.waiting}
      </Notice>
    );
  }
  return (
    <form action={formAction} aria-label="Mot de passe oublié">
      <Stack gap="md">
        <TextInput
          name="email"
          type="email"
          label="Adresse électronique"
          autoComplete="username"
          required
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          error={errors.email?.[0]}
        />
        {state.status === "failed" && Object.keys(errors).length === 0 && (
          <Notice tone="danger" title="La demande n’est pas faite" live>
            {state.message}
          </Notice>
        )}
        <Button type="submit" loading={isPending}>
          Demander un lien
        </Button>
      </Stack>
    </form>
  );
}
