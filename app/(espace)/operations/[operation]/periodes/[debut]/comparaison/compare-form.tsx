"use client";

import { Button } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { compareRunAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

/** Asks for the comparison once more. */
export function CompareForm({ operation, run }: { operation: string; run: string }) {
  const [state, formAction, isPending] = useActionState(compareRunAction, IDLE);
  return (
    <form action={formAction} data-no-print>
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="run" value={run} />
      <Button type="submit" variant="default" loading={isPending}>
        Comparer à nouveau
      </Button>
      {state.status === "failed" && (
        <Notice tone="danger" title="La comparaison n’a pas été demandée" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
