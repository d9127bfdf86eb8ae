"use client";

import { Button, Group, Stack } from "@mantine/core";
import { type FormEvent, type ReactNode, startTransition, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";

type AccountFormProps = {
  label: string;
  submit: string;
  isDestructive?: boolean;
  /** It replaces what was clicked: the cursor goes on in its first field. */
  takesFocus?: boolean;
  /** Beside the button. */
  cancel?: ReactNode;
  state: ActionState | { readonly status: string };
  isPending: boolean;
  formAction: (form: FormData) => void;
  children: (errorOf: (field: string) => string | undefined) => ReactNode;
};

/** A form that keeps what was typed when it is refused, and puts the cursor in the wrong field. */
export function AccountForm({
  label,
  submit,
  isDestructive,
  takesFocus = false,
  cancel,
  state,
  isPending,
  formAction,
  children,
}: AccountFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const failed = "fieldErrors" in state ? state : null;
  const errors = failed?.fieldErrors ?? {};
  const isBeside = Object.values(errors).some((messages) => messages?.length);

  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>("input:not([hidden], [type=hidden])")?.focus();
  }, [takesFocus]);

  useEffect(() => {
    if ("fieldErrors" in state) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  // Not by the form's own action: React would empty the fields after it, refused or not.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => formAction(data));
  }

  return (
    <form ref={form} aria-label={label} onSubmit={send} noValidate>
      <Stack gap="md" maw={400}>
        {children((field) => errors[field]?.[0])}
        <Group>
          <Button type="submit" loading={isPending} {...(isDestructive ? { color: "red", variant: "outline" } : {})}>
            {submit}
          </Button>
          {cancel}
        </Group>
        {failed && !isBeside && (
          <Notice tone="danger" title="Rien n’est changé" live>
            {failed.message}
          </Notice>
        )}
      </Stack>
    </form>
  );
}
