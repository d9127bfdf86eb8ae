"use client";

import { Button } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { restoreSuspicionAction } from "./suspicions-actions";

const IDLE: ActionState = { status: "idle" };

type RestoreSuspicionButtonProps = { operation: string; suspicion: string; about: string };

/** Puts a suspicion found normal back among those to look at. */
export function RestoreSuspicionButton({ operation, suspicion, about }: RestoreSuspicionButtonProps) {
  const [state, formAction, isPending] = useActionState(restoreSuspicionAction, IDLE);
  return (
    <form action={formAction}>
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="suspicion" value={suspicion} />
      <Button
        type="submit"
        variant="default"
        size="compact-md"
        loading={isPending}
        aria-label={`Remettre à vérifier : ${about}`}
      >
        Remettre à vérifier
      </Button>
      {state.status === "failed" && (
        <Notice tone="danger" title="Rien n’est enregistré" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
