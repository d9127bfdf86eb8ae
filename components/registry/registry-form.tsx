"use client";

import { Button, Group, Stack } from "@mantine/core";
import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";

/** What a change of the registry answers; `warned`: nothing is written until its consequences are agreed to. */
export type RegistryActionState = ActionState | { readonly status: "warned"; readonly warnings: readonly string[] };

export type RegistryAction = (previous: RegistryActionState, form: FormData) => Promise<RegistryActionState>;

/** The reason beside a field, by its name. */
export type ErrorOf = (field: string) => string | undefined;

export type RegistryFormProps = {
  label: string;
  submit: string;
  action: RegistryAction;
  /** Sent as they are. */
  hidden: Readonly<Record<string, string>>;
  isDestructive?: boolean;
  /** It makes something new each time: sent once more, it would make it twice. */
  isEmptiedWhenDone?: boolean;
  /** What is shown of an answer that is more than a sentence: a link to copy. */
  renderDone?: (message: string) => ReactNode;
  children?: (errorOf: ErrorOf) => ReactNode;
};

const IDLE: RegistryActionState = { status: "idle" };

/** A form of the registry: it keeps what was typed, goes to the first wrong field, and asks again when much depends on it. */
export function RegistryForm({
  label,
  submit,
  action,
  hidden,
  isDestructive,
  isEmptiedWhenDone = false,
  renderDone,
  children,
}: RegistryFormProps) {
  const [state, formAction, isPending] = useActionState(action, IDLE);
  const [isChanged, setIsChanged] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const errors = state.status === "failed" ? state.fieldErrors : {};

  useEffect(() => {
    if (state.status === "failed") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    if (state.status === "done" && isEmptiedWhenDone) form.current?.reset();
  }, [state, isEmptiedWhenDone]);

  // Not by the form's own action: React would empty the fields after it, refused or not.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    setIsChanged(false);
    startTransition(() => formAction(data));
  }

  return (
    <form ref={form} aria-label={label} onSubmit={send} onChange={() => setIsChanged(true)} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Stack gap="md">
        {children?.((field) => errors[field]?.[0])}
        <Group>
          <Button type="submit" loading={isPending} {...(isDestructive ? { color: "red", variant: "outline" } : {})}>
            {submit}
          </Button>
        </Group>
        <Outcome state={state} isChanged={isChanged} isPending={isPending} renderDone={renderDone} />
      </Stack>
    </form>
  );
}

type OutcomeProps = {
  state: RegistryActionState;
  isChanged: boolean;
  isPending: boolean;
  renderDone: RegistryFormProps["renderDone"];
};

function Outcome({ state, isChanged, isPending, renderDone }: OutcomeProps) {
  if (state.status === "done" && state.message && renderDone) return renderDone(state.message);
  if (state.status === "done" && state.message) return <Notice tone="success" title={state.message} live />;
  if (state.status === "failed") {
    return (
      <Notice tone="danger" title="Rien n’est enregistré" live>
        {state.message}
      </Notice>
    );
  }
  // What was agreed to must be what is sent.
  if (state.status !== "warned" || isChanged) return null;
  return (
    <Notice
      tone="warning"
      title="Rien n’est encore enregistré. Ce que ce changement entraîne :"
      live
      actions={
        <Button type="submit" name="confirmed" value="1" loading={isPending}>
          Enregistrer quand même
        </Button>
      }
    >
      <ul>
        {state.warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  );
}
