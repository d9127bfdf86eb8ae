"use client";

import { Button, Group, NativeSelect } from "@mantine/core";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { requestDsoEnergiesAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

type DsoRequestFormProps = {
  operation: string;
  periods: readonly { readonly from: string; readonly label: string }[];
};

/** Chooses a period and asks for it; the import's own page then shows how far the answers are. */
export function DsoRequestForm({ operation, periods }: DsoRequestFormProps) {
  const [state, formAction, isPending] = useActionState(requestDsoEnergiesAction, IDLE);
  const [from, setFrom] = useState(periods[0]?.from ?? "");
  return (
    <form action={formAction}>
      <input type="hidden" name="operation" value={operation} />
      <Group gap="sm" align="end">
        <NativeSelect
          label="Période"
          name="from"
          data={periods.map((period) => ({ value: period.from, label: period.label }))}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Button type="submit" loading={isPending}>
          Demander
        </Button>
      </Group>
      {state.status === "failed" && (
        <Notice tone="danger" title="Rien n’a été demandé" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
