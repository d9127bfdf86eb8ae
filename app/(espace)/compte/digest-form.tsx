"use client";

import { Button, Group, NativeSelect } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { DigestFrequency } from "@/lib/domain/deadlines/is-digest-day";
import type { ActionState } from "@/lib/schemas/action-state";
import { setDigestAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

export function DigestForm({ digest }: { digest: DigestFrequency }) {
  const [state, formAction, isPending] = useActionState(setDigestAction, IDLE);
  return (
    <form action={formAction} aria-label="Rappel par courriel">
      <Group align="flex-end" mb="md">
        <NativeSelect
          key={digest}
          name="digest"
          label="Rappel par courriel"
          description="Ce qui est en retard ou à faire cette semaine ; rien ne part quand tout est en ordre"
          data={[
            { value: "off", label: "Jamais" },
            { value: "daily", label: "Chaque jour ouvré, le matin" },
            { value: "weekly", label: "Chaque lundi matin" },
          ]}
          defaultValue={digest}
        />
        <Button type="submit" variant="default" loading={isPending}>
          Enregistrer
        </Button>
      </Group>
      {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
      {state.status === "failed" && (
        <Notice tone="danger" title="Le rappel n’a pas été réglé" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
