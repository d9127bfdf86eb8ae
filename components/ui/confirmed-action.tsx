"use client";

import { Button, Text } from "@mantine/core";
import { useActionState, useState } from "react";
import type { ActionState } from "@/lib/schemas/action-state";

const IDLE: ActionState = { status: "idle" };

/** What a button shows, and its whole name, which begins or goes on with it: a list has many that look alike. */
type Wording = { readonly text: string; readonly name: string };

type ConfirmedActionProps = {
  ask: Wording;
  confirm: Wording;
  /** Sent as they are. */
  hidden: Readonly<Record<string, string>>;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

// The same function at every render: React calls it when the button appears, and no more.
const focusOn = (button: HTMLButtonElement | null) => button?.focus();

/** A button that asks once more before what cannot be brought back; the cursor goes to the question, and back from it. */
export function ConfirmedAction({ ask, confirm, hidden, action }: ConfirmedActionProps) {
  const [state, formAction, isPending] = useActionState(action, IDLE);
  const [step, setStep] = useState<"new" | "asking" | "kept">("new");
  if (step !== "asking") {
    return (
      <Button
        ref={step === "kept" ? focusOn : undefined}
        variant="default"
        size="xs"
        onClick={() => setStep("asking")}
        aria-label={ask.name}
      >
        {ask.text}
      </Button>
    );
  }
  return (
    <form action={formAction}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button.Group>
        <Button ref={focusOn} type="submit" color="red" size="xs" loading={isPending} aria-label={confirm.name}>
          {confirm.text}
        </Button>
        <Button variant="default" size="xs" onClick={() => setStep("kept")}>
          Garder
        </Button>
      </Button.Group>
      {state.status === "failed" && (
        <Text size="sm" c="red" role="alert">
          {state.message}
        </Text>
      )}
    </form>
  );
}
