import type { PeriodStatus } from "@/lib/services/list-periods";

/** Where a period stands, as the API says it. */
export function answerPeriod({ run, closing: _, ...status }: PeriodStatus) {
  return { ...status, run: run && { id: run.id, version: run.version, createdAt: run.createdAt } };
}
