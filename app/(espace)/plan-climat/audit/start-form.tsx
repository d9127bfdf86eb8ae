"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { startAuditAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

/** Confides the audit to somebody who has an account on the installation. */
export function StartForm({ collectivity }: { collectivity: string }) {
  const [state, formAction, isPending] = useActionState(startAuditAction, IDLE);
  const form = useRef<HTMLFormElement>(null);
  const wrong = state.status === "failed" ? state.fieldErrors.email?.[0] : undefined;

  useEffect(() => {
    if (state.status === "failed") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  // Not by the form's own action: React would empty the field after it, refused or not.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => formAction(data));
  }

  return (
    <form ref={form} aria-label="Commencer l’audit" onSubmit={send} noValidate>
      <input type="hidden" name="collectivity" value={collectivity} />
      <p>
        L’auditeur a déjà un compte sur cette installation, sans être membre de la collectivité. Il verra ce plan et ses
        preuves, rien d’autre, jusqu’à ce qu’il valide. Le plan est gardé tel qu’il le trouve.
      </p>
      <Group align="flex-start">
        <TextInput
          name="email"
          type="email"
          label="Adresse électronique de l’auditeur"
          error={wrong}
          miw={280}
          required
        />
        <Button type="submit" loading={isPending} mt={25}>
          Commencer l’audit
        </Button>
      </Group>
      {state.status === "failed" && !wrong && (
        <Notice tone="danger" title="L’audit n’a pas commencé" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
