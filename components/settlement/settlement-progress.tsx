"use client";

import { useEffect, useState } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Period } from "@/lib/domain/time/period";
import type { ShownOutcome } from "@/lib/format/describe-settlement-outcome";

const POLL_MS = 700;

/** A job, as the API says it. */
export type FollowedSettlement = {
  readonly id: string;
  readonly state: "queued" | "running" | "stopping" | "done" | "cancelled" | "failed";
  readonly doneCount: number;
  readonly periods: readonly { readonly period: Period; readonly outcome: ShownOutcome }[];
};

type SettlementProgressProps = {
  operation: string;
  jobId: string;
  start: { readonly doneCount: number; readonly total: number | null };
  onOver: (job: FollowedSettlement) => void;
};

/** Follows a job run by a worker: which period, how many are left. */
export function SettlementProgress({ operation, jobId, start, onOver }: SettlementProgressProps) {
  const [job, setJob] = useState<FollowedSettlement | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    const timer = setInterval(async () => {
      const current = await readJob(operation, jobId, controller.signal);
      if (!current) return;
      setJob(current);
      if (isOpen(current)) return;
      clearInterval(timer);
      onOver(current);
    }, POLL_MS);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [operation, jobId, onOver]);

  return (
    <ProgressBar
      label={job?.state === "stopping" ? "Arrêt après la période en cours" : "Calcul des périodes"}
      done={job?.doneCount ?? start.doneCount}
      total={job?.periods.length ?? start.total}
      counted={["période", "périodes"]}
    />
  );
}

const isOpen = ({ state }: FollowedSettlement): boolean =>
  state === "queued" || state === "running" || state === "stopping";

async function readJob(operation: string, jobId: string, signal: AbortSignal): Promise<FollowedSettlement | null> {
  try {
    const answer = await fetch(`/api/v1/operations/${operation}/settlements/${jobId}`, { signal });
    return answer.ok ? (await answer.json()).settlement : null;
  } catch {
    return null; // a lost network: the next turn tries again
  }
}
