"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";

const POLL_MS = 1_000;

type ComparisonProgressProps = { address: string; runId: string; tried: number };

/** Follows a comparison run by a worker; the page shows its result when it is over. */
export function ComparisonProgress({ address, runId, tried: start }: ComparisonProgressProps) {
  const router = useRouter();
  const [tried, setTried] = useState(start);

  useEffect(() => {
    const controller = new AbortController();
    const timer = setInterval(async () => {
      const current = await readTried(address, runId, controller.signal);
      if (current === "over") {
        clearInterval(timer);
        router.refresh();
      } else if (current !== null) setTried(current);
    }, POLL_MS);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [address, runId, router]);

  return (
    <ProgressBar
      label="Comparaison avec le gestionnaire"
      done={tried}
      total={null}
      counted={["hypothèse essayée", "hypothèses essayées"]}
    />
  );
}

async function readTried(address: string, runId: string, signal: AbortSignal): Promise<number | "over" | null> {
  try {
    const answer = await fetch(`/api/v1/operations/${address}/runs/${runId}/comparison?differing=true`, { signal });
    if (!answer.ok) return null;
    const { comparison } = await answer.json();
    return comparison.state === "queued" || comparison.state === "running" ? comparison.tried : "over";
  } catch {
    return null; // a lost network: the next turn tries again
  }
}
