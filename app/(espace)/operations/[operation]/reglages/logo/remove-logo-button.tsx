"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { sendLogo } from "./send-logo";

/** Takes the logo away, once it was said twice. */
export function RemoveLogoButton({ collectivity }: { collectivity: string }) {
  const router = useRouter();
  const [isAsked, setIsAsked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function remove() {
    setIsPending(true);
    const answer = await sendLogo(`/api/v1/collectivities/${collectivity}/logo/removal`, "{}", "Le logo est retiré.");
    setIsPending(false);
    setRefusal(answer.status === "failed" ? answer.message : null);
    if (answer.status === "done") router.refresh();
  }

  if (!isAsked) {
    return (
      <Button variant="default" onClick={() => setIsAsked(true)}>
        Retirer le logo
      </Button>
    );
  }
  return (
    <>
      <Button color="red" loading={isPending} onClick={() => void remove()}>
        Retirer : les prochains rapports n’en porteront plus
      </Button>
      <Button variant="default" onClick={() => setIsAsked(false)}>
        Le garder
      </Button>
      {refusal !== null && (
        <Notice tone="danger" title="Le logo n’est pas retiré" live>
          <p>{refusal}</p>
        </Notice>
      )}
    </>
  );
}
