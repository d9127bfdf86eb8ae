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

/** Deactivates an account after saying what ends, or opens it again. */
export function AccountStateButton(props: AccountStateButtonProps) {
  // Each state begins anew: who opens an account again is not asked at once whether to close it.
  return props.isActive ? <Deactivate key="active" {...props} /> : <Reactivate key="closed" {...props} />;
}

function Deactivate({ name, hidden, deactivate }: AccountStateButtonProps) {
  const [state, formAction, isPending] = useActionState(deactivate, IDLE);
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button
        variant="default"
        size="xs"
        onClick={() => setIsAsking(true)}
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
          <Button type="submit" color="red" size="xs" loading={isPending} aria-label={`Confirmer : désactiver ${name}`}>
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

function Reactivate({ name, hidden, reactivate }: AccountStateButtonProps) {
  const [state, formAction, isPending] = useActionState(reactivate, IDLE);
  return (
    <form action={formAction}>
      <Hidden fields={hidden} />
      <Button type="submit" variant="default" size="xs" loading={isPending} aria-label={`Rouvrir le compte de ${name}`}>
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
