"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { postCredentials } from "./post-credentials";

/** What is typed: six digits of the application, or one of the codes kept on paper. */
const KINDS = {
  application: {
    path: "two-factor/verify-totp",
    label: "Code de l’application",
    description: "Les 6 chiffres que votre application affiche pour Prorata",
    other: "Utiliser un code de secours",
    wrong: "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, puis réessayez.",
  },
  recovery: {
    path: "two-factor/verify-backup-code",
    label: "Code de secours",
    description: "L’un des dix codes gardés à part ; il ne sert qu’une fois",
    other: "Utiliser l’application",
    wrong: "Ce code de secours n’est pas le bon, ou il a déjà servi. Vérifiez-le, ou prenez le suivant.",
  },
} as const;

const BAD_REQUEST = 400;

export function CodeForm({ onOpen, onBack }: { onOpen: () => void; onBack: () => void }) {
  const [kind, setKind] = useState<keyof typeof KINDS>("application");
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { path, label, description, other, wrong } = KINDS[kind];

  useEffect(() => field.current?.focus(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsPending(true);
    setProblem(null);
    const outcome = await postCredentials(path, { code }, wrong);
    if (outcome.status === "open") return onOpen();
    setIsPending(false);
    const isOver = outcome.status === "refused" && outcome.httpStatus === BAD_REQUEST;
    const over = "Trop d’essais, ou trop de temps depuis le mot de passe. Revenez au mot de passe.";
    setProblem(outcome.status === "refused" && !isOver ? outcome.problem : over);
    field.current?.select();
  }

  function change() {
    setKind(kind === "application" ? "recovery" : "application");
    setCode("");
    setProblem(null);
    field.current?.focus();
  }

  return (
    <form onSubmit={submit} aria-label="Double authentification">
      <Stack gap="md">
        <TextInput
          ref={field}
          name="code"
          label={label}
          description={description}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          inputMode={kind === "application" ? "numeric" : "text"}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        {problem && (
          <Notice tone="danger" title="Connexion refusée" live>
            {problem}
          </Notice>
        )}
        <Button type="submit" loading={isPending}>
          Vérifier le code
        </Button>
        <Group>
          <Button variant="default" size="xs" onClick={change}>
            {other}
          </Button>
          <Button variant="default" size="xs" onClick={onBack}>
            Revenir au mot de passe
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
