"use client";

import { Button } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { refreshFiguresAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

/** Reads again what the operations of a collectivity prove. */
export function RefreshFiguresButton({ collectivity }: { collectivity: string }) {
  const [state, formAction, isPending] = useActionState(refreshFiguresAction, IDLE);
  return (
    <form action={formAction}>
      <input type="hidden" name="collectivity" value={collectivity} />
      <Button type="submit" variant="default" loading={isPending}>
        Rafraîchir les chiffres de l’opération
      </Button>
      {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
      {state.status === "failed" && (
        <Notice tone="danger" title="Les chiffres restent ceux d’avant" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
