"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";

const POLL_MS = 1_000;

type Progress = { readonly filesDone: number; readonly filesTotal: number };

/** A request counts the metering points it has asked for. */
type ImportProgressProps = { address: string; importId: string; isRequest: boolean; start: Progress };

/** Follows an import run by a worker; the page shows its report when it is over. */
export function ImportProgress({ address, importId, isRequest, start }: ImportProgressProps) {
  const router = useRouter();
  const [progress, setProgress] = useState<Progress>(start);

  useEffect(() => {
    const controller = new AbortController();
    const timer = setInterval(async () => {
      const current = await readProgress(address, importId, controller.signal);
      if (current === "over") {
        clearInterval(timer);
        router.refresh();
      } else if (current) setProgress(current);
    }, POLL_MS);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [address, importId, router]);

  return (
    <ProgressBar
      label={isRequest ? "Demande au gestionnaire de réseau" : "Lecture des fichiers"}
      done={progress.filesDone}
      total={progress.filesTotal || null}
      counted={isRequest ? ["PRM", "PRM"] : ["fichier", "fichiers"]}
    />
  );
}

async function readProgress(address: string, importId: string, signal: AbortSignal): Promise<Progress | "over" | null> {
  try {
    const answer = await fetch(`/api/v1/operations/${address}/imports/${importId}`, { signal });
    if (!answer.ok) return null;
    const { import: found } = await answer.json();
    return found.status === "queued" || found.status === "running" ? found : "over";
  } catch {
    return null; // a lost network: the next turn tries again
  }
}
