"use client";

import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { postCredentials } from "./post-credentials";

const WRONG = "Adresse ou mot de passe incorrect. Vérifiez les deux, puis réessayez.";

export function PasswordForm({ onOpen, onCode }: { onOpen: () => void; onCode: () => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget));
    setIsPending(true);
    setProblem(null);
    const outcome = await postCredentials("sign-in/email", fields, WRONG);
    if (outcome.status === "open") return onOpen();
    setIsPending(false);
    if (outcome.status === "code") return onCode();
    setProblem(outcome.problem);
    password.current?.select();
  }

  return (
    <form onSubmit={submit} aria-label="Connexion">
      <Stack gap="md">
        <TextInput name="email" type="email" label="Adresse électronique" autoComplete="username" required />
        <PasswordInput
          ref={password}
          name="password"
          label="Mot de passe"
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ "aria-label": "Afficher ou masquer le mot de passe" }}
        />
        {problem && (
          <Notice tone="danger" title="Connexion refusée" live>
            {problem}
          </Notice>
        )}
        <Button type="submit" loading={isPending}>
          Se connecter
        </Button>
      </Stack>
    </form>
  );
}
