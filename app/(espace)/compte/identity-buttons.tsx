"use client";

import { Button } from "@mantine/core";
import { useActionState, useState } from "react";
import { startSignOn } from "@/components/sign-on/start-sign-on";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { unlinkIdentityAction } from "./identity-actions";

const IDLE: ActionState = { status: "idle" };

/** Links one's identity at the provider to the account, by signing in there. */
export function LinkIdentityButton({ label }: { label: string }) {
  const [hasFailed, setHasFailed] = useState(false);
  return (
    <>
      <Button variant="default" onClick={async () => setHasFailed(!(await startSignOn("link")))}>
        Lier mon identité {label}
      </Button>
      {hasFailed && (
        <Notice tone="danger" title="L’identité n’a pas été liée" live>
          {label} ne répond pas, ou votre session est trop ancienne : reconnectez-vous, puis réessayez.
        </Notice>
      )}
    </>
  );
}

export function UnlinkIdentityButton({ label }: { label: string }) {
  const [state, formAction, isPending] = useActionState(unlinkIdentityAction, IDLE);
  return (
    <form action={formAction} aria-label={`Identité ${label}`}>
      <Button type="submit" variant="default" loading={isPending}>
        Détacher mon identité {label}
      </Button>
      {state.status === "failed" && (
        <Notice tone="danger" title="L’identité n’a pas été détachée" live>
          {state.message}
        </Notice>
      )}
    </form>
  );
}
