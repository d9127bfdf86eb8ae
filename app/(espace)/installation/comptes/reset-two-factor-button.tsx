"use client";

import { Button, Text } from "@mantine/core";
import { useActionState, useState } from "react";
import type { ActionState } from "@/lib/schemas/action-state";
import { resetAccountTwoFactorAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

/** Asks once more: the password alone opens the account afterwards. */
export function ResetTwoFactorButton({ userId, name }: { userId: string; name: string }) {
  const [state, formAction, isPending] = useActionState(resetAccountTwoFactorAction, IDLE);
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button
        variant="default"
        size="xs"
        onClick={() => setIsAsking(true)}
        aria-label={`Lever la double authentification de ${name}`}
      >
        Double authentification…
      </Button>
    );
  }
  return (
    <form action={formAction}>
      <input type="hidden" name="userId" value={userId} />
      <Button.Group>
        <Button
          type="submit"
          color="red"
          size="xs"
          loading={isPending}
          aria-label={`Confirmer : lever la double authentification de ${name}`}
        >
          La lever et fermer ses sessions
        </Button>
        <Button variant="default" size="xs" onClick={() => setIsAsking(false)}>
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
