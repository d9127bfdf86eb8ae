"use client";

import { Button, Checkbox, Stack } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { requestErasureAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

type ErasureFormProps = { operation: string; participant: string; label: string };

/** What goes is listed above it; the box is there because nothing of it comes back. */
export function ErasureForm({ operation, participant, label }: ErasureFormProps) {
  const [state, formAction, isPending] = useActionState(requestErasureAction, IDLE);
  const error = state.status === "failed" ? state.fieldErrors.confirmed?.[0] : undefined;
  return (
    <form action={formAction} aria-label="Effacement" data-no-print>
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="participant" value={participant} />
      <Stack gap="sm" align="flex-start">
        <Checkbox name="confirmed" label="J’ai lu ce qui part, et je sais que cela ne revient pas." error={error} />
        <Button type="submit" color="red" loading={isPending}>
          {label}
        </Button>
        {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
        {state.status === "failed" && !error && (
          <Notice tone="danger" title="Rien n’a été effacé" live>
            {state.message}
          </Notice>
        )}
      </Stack>
    </form>
  );
}
