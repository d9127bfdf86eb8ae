"use client";

import { Button } from "@mantine/core";
import { useActionState, useState } from "react";
import type { ActionState } from "@/lib/schemas/action-state";
import { revokeApiKeyAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

/** Asks once more: a revoked key cannot be brought back. */
export function RevokeKeyButton({ keyId, name }: { keyId: string; name: string }) {
  const [, formAction, isPending] = useActionState(revokeApiKeyAction, IDLE);
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button variant="default" size="xs" onClick={() => setIsAsking(true)} aria-label={`Révoquer la clé ${name}`}>
        Révoquer
      </Button>
    );
  }
  return (
    <form action={formAction}>
      <input type="hidden" name="keyId" value={keyId} />
      <Button.Group>
        <Button
          type="submit"
          color="red"
          size="xs"
          loading={isPending}
          aria-label={`Confirmer : révoquer la clé ${name}`}
        >
          Révoquer pour toujours
        </Button>
        <Button variant="default" size="xs" onClick={() => setIsAsking(false)}>
          Garder
        </Button>
      </Button.Group>
    </form>
  );
}
