"use client";

import { Button, Text } from "@mantine/core";
import { useActionState, useState } from "react";
import type { ActionState } from "@/lib/schemas/action-state";
import { deactivateAccountAction, reactivateAccountAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

type AccountStateButtonProps = { userId: string; name: string; isActive: boolean };

/** Deactivates an account after asking once more, or opens it again. */
export function AccountStateButton({ userId, name, isActive }: AccountStateButtonProps) {
  const action = isActive ? deactivateAccountAction : reactivateAccountAction;
  const [state, formAction, isPending] = useActionState(action, IDLE);
  const [isAsking, setIsAsking] = useState(false);
  if (isActive && !isAsking) {
    return (
      <Button
        variant="default"
        size="xs"
        onClick={() => setIsAsking(true)}
        aria-label={`Désactiver le compte de ${name}`}
      >
        Désactiver
      </Button>
    );
  }
  return (
    <form action={formAction}>
      <input type="hidden" name="userId" value={userId} />
      {isActive ? (
        <Button.Group>
          <Button type="submit" color="red" size="xs" loading={isPending} aria-label={`Confirmer : désactiver ${name}`}>
            Fermer ses accès
          </Button>
          <Button variant="default" size="xs" onClick={() => setIsAsking(false)}>
            Garder
          </Button>
        </Button.Group>
      ) : (
        <Button
          type="submit"
          variant="default"
          size="xs"
          loading={isPending}
          aria-label={`Rouvrir le compte de ${name}`}
        >
          Rouvrir
        </Button>
      )}
      {state.status === "failed" && (
        <Text size="sm" c="red" role="alert">
          {state.message}
        </Text>
      )}
    </form>
  );
}
