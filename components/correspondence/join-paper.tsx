"use client";

import { Button, FileButton } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type PostResult, postFile } from "./post-entry";

/** Joins a paper to a complaint or a letter. */
export function JoinPaper({ address, label = "Joindre un document" }: { address: string; label?: string }) {
  const router = useRouter();
  const [result, setResult] = useState<PostResult | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function send(file: File | null) {
    if (!file) return;
    setIsPending(true);
    const answer = await postFile(address, file);
    setIsPending(false);
    setResult(answer);
    if (answer.kind === "done") router.refresh();
  }

  return (
    <p data-no-print>
      <FileButton onChange={(file) => void send(file)} accept="application/pdf,image/png,image/jpeg">
        {(props) => (
          <Button {...props} variant="default" size="xs" loading={isPending}>
            {label}
          </Button>
        )}
      </FileButton>{" "}
      {result?.kind === "failed" && <span role="alert">{result.message}</span>}
    </p>
  );
}
