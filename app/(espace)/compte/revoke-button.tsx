"use client";

import { Button } from "@mantine/core";
import { useActionState, useState } from "react";
import type { ActionState } from "@/lib/schemas/action-state";

const IDLE: ActionState = { status: "idle" };

export type RevokeButtonProps = {
  /** The field of the form, and what is revoked. */
  field: string;
  id: string;
  /** « la clé Compteur ». */
  what: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Asks once more: what is revoked cannot be brought back. */
export function RevokeButton({ field, id, what, action }: RevokeButtonProps) {
  const [, formAction, isPending] = useActionState(action, IDLE);
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button variant="default" size="xs" onClick={() => setIsAsking(true)} aria-label={`Révoquer ${what}`}>
        Révoquer
      </Button>
    );
  }
  return (
    <form action={formAction}>
      <input type="hidden" name={field} value={id} />
      <Button.Group>
        <Button type="submit" color="red" size="xs" loading={isPending} aria-label={`Confirmer : révoquer ${what}`}>
          Révoquer pour toujours
        </Button>
        <Button variant="default" size="xs" onClick={() => setIsAsking(false)}>
          Garder
        </Button>
      </Button.Group>
    </form>
  );
}
