"use client";

import { Button } from "@mantine/core";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/format-number";
import type { ActionState } from "@/lib/schemas/action-state";
import { withdrawReferentialAction } from "./actions";

type WithdrawReferentialProps = { collectivity: string; removed: number; answersLost: number };

const IDLE: ActionState = { status: "idle" };

/** Goes back to the text of the product, once it is said what that takes away. */
export function WithdrawReferential({ collectivity, removed, answersLost }: WithdrawReferentialProps) {
  const [state, formAction, isPending] = useActionState(withdrawReferentialAction, IDLE);
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button variant="default" onClick={() => setIsAsking(true)}>
        Revenir au texte fourni avec Prorata
      </Button>
    );
  }
  return (
    <form action={formAction} aria-label="Revenir au texte fourni avec Prorata">
      <input type="hidden" name="collectivity" value={collectivity} />
      <Notice
        tone="warning"
        title="Seule la mesure 3.1.1 restera notée"
        live
        actions={
          <>
            <Button type="submit" loading={isPending}>
              Revenir à ce texte
            </Button>
            <Button variant="default" onClick={() => setIsAsking(false)}>
              Garder le texte importé
            </Button>
          </>
        }
      >
        {`${formatCount(removed, "action ne compte plus", "actions ne comptent plus")}, dont ${formatCount(answersLost, "avec une réponse", "avec une réponse")}. Les réponses sont gardées, et comptent de nouveau avec un texte qui a leur action.`}
      </Notice>
      {state.status === "failed" && (
        <Notice tone="danger" title="Le texte n’a pas changé" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
