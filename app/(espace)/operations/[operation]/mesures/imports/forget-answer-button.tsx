"use client";

import { Button } from "@mantine/core";
import { useActionState } from "react";
import type { ActionState } from "@/lib/schemas/action-state";
import { forgetAnswerAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

/** Forgets an answer: the next import asks again. */
export function ForgetAnswerButton({
  operation,
  kind,
  text,
}: {
  operation: string;
  kind: "type" | "point";
  text: string;
}) {
  const [state, formAction, isPending] = useActionState(forgetAnswerAction, IDLE);
  return (
    <form action={formAction}>
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="text" value={text} />
      <Button type="submit" variant="default" size="compact-md" loading={isPending} aria-label={`Oublier : ${text}`}>
        Oublier
      </Button>
      {state.status === "failed" && <p role="alert">{state.message}</p>}
    </form>
  );
}
