"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { startSignOn } from "@/components/sign-on/start-sign-on";
import { Notice } from "@/components/ui/notice";

/** The way in by the provider of the installation. */
export function SingleSignOnButton({ label }: { label: string }) {
  const [isPending, setIsPending] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  async function start() {
    setIsPending(true);
    setHasFailed(!(await startSignOn("sign-in")));
    setIsPending(false);
  }

  return (
    <>
      <Button variant="default" onClick={start} loading={isPending} fullWidth>
        Se connecter avec {label}
      </Button>
      {hasFailed && (
        <Notice tone="danger" title={`${label} ne répond pas`} live>
          Réessayez dans quelques minutes, ou connectez-vous avec votre mot de passe.
        </Notice>
      )}
    </>
  );
}
