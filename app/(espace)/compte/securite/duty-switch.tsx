"use client";

import { Button, Group, Text } from "@mantine/core";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { setTwoFactorDutyAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

export function DutySwitch({
  collectivityId,
  name,
  isRequired,
}: {
  collectivityId: string;
  name: string;
  isRequired: boolean;
}) {
  const [state, formAction, isPending] = useActionState(setTwoFactorDutyAction, IDLE);
  return (
    <form action={formAction} aria-label={`Double authentification, ${name}`}>
      <input type="hidden" name="collectivityId" value={collectivityId} />
      <input type="hidden" name="isRequired" value={isRequired ? "0" : "1"} />
      <Group>
        <Text>
          {name} : {isRequired ? "exigée des administrateurs et agents" : "laissée au choix de chacun"}
        </Text>
        <Button type="submit" variant="default" size="xs" loading={isPending}>
          {isRequired ? "Ne plus l’exiger" : "Exiger la double authentification des administrateurs et agents"}
        </Button>
      </Group>
      {state.status === "failed" && (
        <Notice tone="danger" title="Rien n’est changé" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
