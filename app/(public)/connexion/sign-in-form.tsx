"use client";

import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { formatWait } from "@/lib/format/format-wait";

const REFUSALS: Readonly<Record<number, string>> = {
  401: "Adresse ou mot de passe incorrect. Vérifiez les deux, puis réessayez.",
  403: "La page a été ouverte à une autre adresse que celle de l’installation. Ouvrez l’adresse officielle, puis réessayez.",
};
const UNREACHABLE = "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.";

export function SignInForm() {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget));
    setIsPending(true);
    setProblem(null);
    const refusal = await signIn(fields);
    if (refusal === null) {
      window.location.assign("/"); // a full load: everything rendered for a stranger is dropped
      return;
    }
    setIsPending(false);
    setProblem(refusal);
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

// A browser that has signed in to the account before never waits for what strangers tried.
function tooManyTries(answer: Response): string {
  const wait = formatWait(Number(answer.headers.get("retry-after") ?? 60));
  return `Trop d’essais : celui-ci n’a pas été vérifié. Réessayez dans ${wait}.`;
}

async function signIn(fields: Record<string, FormDataEntryValue>): Promise<string | null> {
  try {
    const answer = await fetch("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fields),
    });
    if (answer.ok) return null;
    if (answer.status === 429) return tooManyTries(answer);
    return REFUSALS[answer.status] ?? UNREACHABLE;
  } catch {
    return UNREACHABLE;
  }
}
