"use client";

import { Button } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { settlePeriodAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

export function SettleForm({ operation, from, label }: { operation: string; from: string; label: string }) {
  const [state, formAction, isPending] = useActionState(settlePeriodAction, IDLE);
  return (
    <form action={formAction} data-no-print>
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="from" value={from} />
      <Button type="submit" loading={isPending}>
        {label}
      </Button>
      {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
      {state.status === "failed" && (
        <Notice tone="danger" title="Le calcul n’a pas eu lieu" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
