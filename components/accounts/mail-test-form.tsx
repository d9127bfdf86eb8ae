"use client";

import { Button } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";

const IDLE: ActionState = { status: "idle" };

type MailTestFormProps = {
  email: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

export function MailTestForm({ email, action }: MailTestFormProps) {
  const [state, formAction, isPending] = useActionState(action, IDLE);
  return (
    <form action={formAction} aria-label="Essai de la messagerie">
      <Button type="submit" variant="default" loading={isPending} mb="md">
        Envoyer un message d’essai à {email}
      </Button>
      {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
      {state.status === "failed" && (
        <Notice tone="danger" title="Le message n’est pas parti" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
