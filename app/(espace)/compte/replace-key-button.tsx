"use client";

import { Button, Stack } from "@mantine/core";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { replaceApiKeyAction } from "./key-actions";
import { ShownOnce } from "./shown-once";

const IDLE: ActionState = { status: "idle" };

type ReplaceKeyButtonProps = {
  id: string;
  name: string;
  /** False once it is: what stays is the new key, as long as it is shown. */
  isReplaceable: boolean;
};

/** Gives a key a new secret; the former one opens for a week more, or nothing at once. */
export function ReplaceKeyButton({ id, name, isReplaceable }: ReplaceKeyButtonProps) {
  const [state, formAction, isPending] = useActionState(replaceApiKeyAction, IDLE);
  const [isAsking, setIsAsking] = useState(false);
  if (state.status === "done" && state.message) {
    return (
      <ShownOnce
        title="Voici la nouvelle clé. Copiez-la maintenant : elle ne sera plus montrée."
        secret={state.message}
        copyLabel="Copier la clé"
      />
    );
  }
  if (!isReplaceable) return null;
  if (!isAsking) {
    return (
      <Button variant="default" size="xs" onClick={() => setIsAsking(true)} aria-label={`Remplacer la clé ${name}`}>
        Remplacer
      </Button>
    );
  }
  return (
    <form action={formAction} aria-label={`Remplacer la clé ${name}`}>
      <input type="hidden" name="keyId" value={id} />
      <Stack gap={4} align="start">
        <Button type="submit" name="former" value="week" size="xs" loading={isPending}>
          Garder l’ancienne 7 jours
        </Button>
        <Button type="submit" name="former" value="now" size="xs" color="red" loading={isPending}>
          Arrêter l’ancienne
        </Button>
        <Button variant="default" size="xs" onClick={() => setIsAsking(false)}>
          Renoncer
        </Button>
      </Stack>
      {state.status === "failed" && (
        <Notice tone="danger" title="La clé n’a pas été remplacée" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
