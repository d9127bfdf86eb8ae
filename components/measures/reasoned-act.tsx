"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { useActionState, useId, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";

const IDLE: ActionState = { status: "idle" };

type ReasonedActProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  /** What the action has to know beside the reason. */
  fields: Readonly<Record<string, string>>;
  /** Of the button. */
  label: string;
  /** What it is about, for those who do not see what the button stands beside. */
  about: string;
  /** An example of a reason. */
  hint: string;
};

/** A button that asks why before it acts. */
export function ReasonedAct({ action, fields, label, about, hint }: ReasonedActProps) {
  const [state, formAction, isPending] = useActionState(action, IDLE);
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState("");
  const id = useId();
  if (!isOpen) {
    return (
      <Button variant="default" size="compact-md" aria-label={`${label} : ${about}`} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
    );
  }
  return (
    <form
      action={formAction}
      aria-label={`${label} : ${about}`}
      onKeyDown={({ key }) => key === "Escape" && setIsOpen(false)}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Group gap="xs" align="start">
        <TextInput
          id={id}
          name="reason"
          aria-label="Motif"
          placeholder={hint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={state.status === "failed" ? state.fieldErrors.reason?.[0] : undefined}
          size="sm"
          w="16rem"
          maw="100%"
          autoFocus
        />
        <Button type="submit" size="sm" loading={isPending}>
          {label}
        </Button>
        <Button variant="subtle" size="sm" onClick={() => setIsOpen(false)}>
          Annuler
        </Button>
      </Group>
      {state.status === "failed" && !state.fieldErrors.reason && (
        <Notice tone="danger" title="Rien n’est enregistré" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
