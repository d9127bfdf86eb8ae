"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useActionState, useCallback, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { SettlementOutcomes } from "./settlement-outcomes";
import { type FollowedSettlement, SettlementProgress } from "./settlement-progress";

const IDLE: ActionState = { status: "idle" };

type Act = (previous: ActionState, form: FormData) => Promise<ActionState>;

type SettlePeriodsProps = {
  operation: string;
  /** First day of the only period; absent: all that are ready. */
  from?: string;
  /** Null when there is nothing to settle. */
  label: string | null;
  /** The job that is not over, whoever asked for it. */
  open: { readonly id: string; readonly doneCount: number; readonly total: number } | null;
  queue: Act;
  stop: Act;
};

/** Settles periods in the background: one may leave, come back, and stop it. */
export function SettlePeriods({ operation, from, label, open, queue, stop }: SettlePeriodsProps) {
  const router = useRouter();
  const [over, setOver] = useState<FollowedSettlement | null>(null);
  const [state, queueAction, isQueuing] = useActionState(queue, IDLE);
  const [stopped, stopAction, isStopping] = useActionState(stop, IDLE);
  const asked = state.status === "done" ? state.message : undefined;
  const followed = [asked, open?.id].find((id) => id !== undefined && id !== over?.id);

  const end = useCallback(
    (job: FollowedSettlement) => {
      setOver(job);
      router.refresh();
    },
    [router],
  );

  return (
    <Stack gap="sm" data-no-print>
      {followed && (
        <>
          <SettlementProgress
            key={followed}
            operation={operation}
            jobId={followed}
            start={{ doneCount: open?.doneCount ?? 0, total: open?.total ?? null }}
            onOver={end}
          />
          <form action={stopAction}>
            <input type="hidden" name="operation" value={operation} />
            <input type="hidden" name="job" value={followed} />
            <Button type="submit" variant="default" size="xs" loading={isStopping} disabled={stopped.status === "done"}>
              Arrêter après la période en cours
            </Button>
          </form>
        </>
      )}
      {!followed && label && (
        <form action={queueAction}>
          <input type="hidden" name="operation" value={operation} />
          {from && <input type="hidden" name="from" value={from} />}
          <Group>
            <Button type="submit" loading={isQueuing}>
              {label}
            </Button>
          </Group>
        </form>
      )}
      {!followed && over && isOver(over.state) && <SettlementOutcomes state={over.state} periods={over.periods} live />}
      {state.status === "failed" && !followed && (
        <Notice tone="danger" title="Le calcul n’a pas commencé" live>
          {state.message}
        </Notice>
      )}
    </Stack>
  );
}

const isOver = (state: FollowedSettlement["state"]): state is "done" | "cancelled" | "failed" =>
  state === "done" || state === "cancelled" || state === "failed";
