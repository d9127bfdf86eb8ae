"use client";

import { Button, Group } from "@mantine/core";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";

const IDLE: ActionState = { status: "idle" };

type ImportButtonProps = {
  operation: string;
  importId: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  label: string;
  variant?: "filled" | "default";
  /** Asked before; without it the button acts at once. */
  question?: string;
};

/** One act on an import: confirm, abandon, undo. */
export function ImportButton({ operation, importId, action, label, variant = "default", question }: ImportButtonProps) {
  const [state, formAction, isPending] = useActionState(action, IDLE);
  const [isAsking, setIsAsking] = useState(false);
  const isReady = question === undefined || isAsking;
  return (
    <form action={formAction}>
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="import" value={importId} />
      {isReady && question && <p>{question}</p>}
      <Group gap="sm">
        {isReady ? (
          // Another element than the button that asks: its own click would otherwise end as a submission.
          <Button key="act" type="submit" variant={variant} loading={isPending}>
            {question ? `Oui, ${label.toLowerCase()}` : label}
          </Button>
        ) : (
          <Button key="ask" type="button" variant={variant} onClick={() => setIsAsking(true)}>
            {label}
          </Button>
        )}
        {isAsking && (
          <Button type="button" variant="default" onClick={() => setIsAsking(false)}>
            Non
          </Button>
        )}
      </Group>
      {state.status === "failed" && (
        <Notice tone="danger" title="Rien n’a été fait" live>
          {state.message}
        </Notice>
      )}
      {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
    </form>
  );
}
