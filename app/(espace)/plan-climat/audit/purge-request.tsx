"use client";

import { Button, Group } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { purgeRequestAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

/** Empties a signed request for good, once what that means was read. */
export function PurgeRequest({ collectivity, audit }: { collectivity: string; audit: string }) {
  const [state, formAction, isPending] = useActionState(purgeRequestAction, IDLE);
  if (state.status === "done") return <Notice tone="success" title={state.message ?? "C’est fait"} live />;
  return (
    <details>
      <summary>Effacer le contenu du dossier signé</summary>
      <form action={formAction} aria-label="Effacer le contenu du dossier signé">
        <input type="hidden" name="collectivity" value={collectivity} />
        <input type="hidden" name="audit" value={audit} />
        <p>
          Pour une personne que le dossier nomme et qui le demande. Son contenu disparaît pour toujours, partout où le
          même document sert de preuve ; son nom et son empreinte restent.
        </p>
        <Group>
          <Button type="submit" color="red" variant="outline" size="xs" loading={isPending}>
            Effacer pour toujours
          </Button>
        </Group>
      </form>
      {state.status === "failed" && (
        <Notice tone="danger" title="Rien n’a changé" live>
          {state.message}
        </Notice>
      )}
    </details>
  );
}
