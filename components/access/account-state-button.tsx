"use client";

import { Button, Stack, Text } from "@mantine/core";
import { useActionState, useState } from "react";
import type { ActionState } from "@/lib/schemas/action-state";

const IDLE: ActionState = { status: "idle" };

type AccountAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

export type AccountStateButtonProps = {
  name: string;
  isActive: boolean;
  /** Sent as they are: whose account it is, and who is asked. */
  hidden: Readonly<Record<string, string>>;
  deactivate: AccountAction;
  reactivate: AccountAction;
};

type StepProps = AccountStateButtonProps & {
  /** It replaces what was clicked: the cursor goes on in it. */
  takesFocus: boolean;
  onBegin: () => void;
};

/** Deactivates an account after saying what ends, or opens it again. */
export function AccountStateButton(props: AccountStateButtonProps) {
  const [isBegun, setIsBegun] = useState(false);
  const step = { ...props, takesFocus: isBegun, onBegin: () => setIsBegun(true) };
  // Each state begins anew: who opens an account again is not asked at once whether to close it.
  return props.isActive ? <Deactivate key="active" {...step} /> : <Reactivate key="closed" {...step} />;
}

// The same function at every render: React calls it when the button appears, and no more.
const focusOn = (button: HTMLButtonElement | null) => button?.focus();

function Deactivate({ name, hidden, deactivate, takesFocus, onBegin }: StepProps) {
  const [state, formAction, isPending] = useActionState(deactivate, IDLE);
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button
        ref={takesFocus ? focusOn : undefined}
        variant="default"
        size="xs"
        onClick={() => {
          onBegin();
          setIsAsking(true);
        }}
        aria-label={`Désactiver le compte de ${name}`}
      >
        Désactiver le compte
      </Button>
    );
  }
  return (
    <form action={formAction}>
      <Hidden fields={hidden} />
      <Stack gap="xs" miw="13rem" maw="20rem">
        <Text size="sm" role="status">
          Ses sessions prennent fin à l’instant ; ses clés d’API, ses calendriers et les liens qui l’attendent n’ouvrent
          plus rien. Rouvert, le compte retrouve ses accès, sans les sessions.
        </Text>
        <Button.Group>
          <Button
            ref={focusOn}
            type="submit"
            color="red"
            size="xs"
            loading={isPending}
            aria-label={`Fermer ses accès : ${name}`}
          >
            Fermer ses accès
          </Button>
          <Button variant="default" size="xs" onClick={() => setIsAsking(false)}>
            Garder
          </Button>
        </Button.Group>
        <Failure state={state} />
      </Stack>
    </form>
  );
}

function Reactivate({ name, hidden, reactivate, takesFocus, onBegin }: StepProps) {
  const [state, formAction, isPending] = useActionState(reactivate, IDLE);
  return (
    <form action={formAction} onSubmit={onBegin}>
      <Hidden fields={hidden} />
      <Button
        ref={takesFocus ? focusOn : undefined}
        type="submit"
        variant="default"
        size="xs"
        loading={isPending}
        aria-label={`Rouvrir le compte de ${name}`}
      >
        Rouvrir le compte
      </Button>
      <Failure state={state} />
    </form>
  );
}

function Hidden({ fields }: { fields: AccountStateButtonProps["hidden"] }) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function Failure({ state }: { state: ActionState }) {
  if (state.status !== "failed") return null;
  return (
    <Text size="sm" c="red" role="alert">
      {state.message}
    </Text>
  );
}
