"use client";

import { Button, FileButton } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendResult, sendConsent } from "@/components/consents/send-consent";

/** Joins the scan to a consent recorded without it. */
export function JoinDocumentButton({ address, label }: { address: string; label: string }) {
  const router = useRouter();
  const [result, setResult] = useState<SendResult | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function send(file: File | null) {
    if (!file) return;
    setIsPending(true);
    const answer = await sendConsent(address, file);
    setIsPending(false);
    setResult(answer);
    if (answer.kind === "done") router.refresh();
  }

  return (
    <>
      <FileButton onChange={(file) => void send(file)} accept="application/pdf,image/png,image/jpeg">
        {(props) => (
          <Button {...props} variant="default" size="xs" loading={isPending} aria-label={label}>
            Joindre le document
          </Button>
        )}
      </FileButton>
      {result?.kind === "failed" && <span role="alert">{result.message}</span>}
    </>
  );
}
