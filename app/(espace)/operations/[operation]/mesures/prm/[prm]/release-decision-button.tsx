"use client";

import { Button } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { releaseDecisionAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

type ReleaseDecisionButtonProps = { operation: string; decision: string; what: string };

/** Lets a decision go. It stays in the list, and can be taken again. */
export function ReleaseDecisionButton({ operation, decision, what }: ReleaseDecisionButtonProps) {
  const [state, formAction, isPending] = useActionState(releaseDecisionAction, IDLE);
  return (
    <form action={formAction}>
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="decision" value={decision} />
      <Button type="submit" variant="default" size="compact-md" loading={isPending} aria-label={`Lever : ${what}`}>
        Lever
      </Button>
      {state.status === "failed" && (
        <Notice tone="danger" title="La décision n’est pas levée" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
