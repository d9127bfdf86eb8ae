"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { takeSnapshotAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

/** Keeps the plan as it stands, under a name. */
export function TakeSnapshotForm({ collectivity }: { collectivity: string }) {
  const [state, formAction, isPending] = useActionState(takeSnapshotAction, IDLE);
  const form = useRef<HTMLFormElement>(null);
  const wrong = state.status === "failed" ? state.fieldErrors : {};

  useEffect(() => {
    if (state.status === "done") form.current?.reset();
    if (state.status === "failed") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  // Not by the form's own action: React would empty the fields after it, refused or not.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => formAction(data));
  }

  return (
    <form ref={form} aria-label="Prendre un instantané" onSubmit={send} noValidate>
      <input type="hidden" name="collectivity" value={collectivity} />
      <Group align="flex-start">
        <TextInput name="name" label="Nom" placeholder="Conseil de juin" error={wrong.name?.[0]} required />
        <TextInput
          name="reason"
          label="Pourquoi"
          description="Facultatif"
          error={wrong.reason?.[0]}
          miw={280}
          inputWrapperOrder={["label", "input", "description", "error"]}
        />
        <Button type="submit" loading={isPending} mt={25}>
          Prendre l’instantané
        </Button>
      </Group>
      {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
      {state.status === "failed" && Object.keys(wrong).length === 0 && (
        <Notice tone="danger" title="Rien n’est enregistré" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
