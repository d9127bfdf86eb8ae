"use client";

import { Button } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { endOtherSessionsAction, endSessionAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

/** @param what - Which one, for those who hear the button alone: « Firefox sur Windows ». */
export function EndSessionButton({ sessionId, what }: { sessionId: string; what: string }) {
  const [, formAction, isPending] = useActionState(endSessionAction, IDLE);
  return (
    <form action={formAction}>
      <input type="hidden" name="sessionId" value={sessionId} />
      <Button type="submit" variant="default" size="xs" loading={isPending} aria-label={`Déconnecter ${what}`}>
        Déconnecter
      </Button>
    </form>
  );
}

export function EndOtherSessionsButton() {
  const [state, formAction, isPending] = useActionState(endOtherSessionsAction, IDLE);
  return (
    <form action={formAction}>
      <Button type="submit" variant="default" loading={isPending}>
        Déconnecter partout ailleurs
      </Button>
      {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
      {state.status === "failed" && (
        <Notice tone="danger" title="Rien n’est changé" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
