"use client";

import { Button } from "@mantine/core";
import { useActionState, useState } from "react";
import type { ActionState } from "@/lib/schemas/action-state";
import { revokeCollectivityKeyAction } from "./key-actions";

const IDLE: ActionState = { status: "idle" };

/** Asks once more: a key that is revoked cannot be brought back. */
export function RevokeKeyButton({ collectivity, id, name }: { collectivity: string; id: string; name: string }) {
  const [, formAction, isPending] = useActionState(revokeCollectivityKeyAction, IDLE);
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
      <input type="hidden" name="collectivity" value={collectivity} />
      <input type="hidden" name="keyId" value={id} />
      <Button.Group>
        <Button type="submit" color="red" size="xs" loading={isPending}>
          Révoquer pour toujours
        </Button>
        <Button variant="default" size="xs" onClick={() => setIsAsking(false)}>
          Garder
        </Button>
      </Button.Group>
    </form>
  );
}
