"use client";

import { Button, Checkbox, Stack } from "@mantine/core";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { validateAuditAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

/** The auditor ends his audit: his access ends with it. */
export function ValidateForm({ collectivity }: { collectivity: string }) {
  const [state, formAction, isPending] = useActionState(validateAuditAction, IDLE);
  const [isSure, setIsSure] = useState(false);
  return (
    <form action={formAction} aria-label="Valider l’audit">
      <input type="hidden" name="collectivity" value={collectivity} />
      <Stack gap="md" align="flex-start">
        <Checkbox
          label="Mon audit est fini : le plan est gardé tel que je le laisse, plus personne n’y écrit, et je n’y ai plus accès"
          checked={isSure}
          onChange={({ currentTarget }) => setIsSure(currentTarget.checked)}
        />
        <Button type="submit" loading={isPending} disabled={!isSure}>
          Valider l’audit
        </Button>
        {state.status === "failed" && (
          <Notice tone="danger" title="L’audit n’est pas validé" live>
            {state.message}
          </Notice>
        )}
      </Stack>
    </form>
  );
}
