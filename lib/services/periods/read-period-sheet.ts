import "server-only";
import type { OperationSheet } from "@/lib/data/operations";
import { listPeriodClosings, type PeriodClosing } from "@/lib/data/period-closings";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listPeriods, type PeriodStatus } from "@/lib/services/list-periods";
import { listChangesSinceRun, type NamedRunChange } from "./list-changes-since-run";

export type PeriodSheet = {
  readonly status: PeriodStatus;
  /** Latest first. */
  readonly closings: readonly PeriodClosing[];
  /** What was written since its latest run, latest first. */
  readonly changes: readonly NamedRunChange[];
};

/** The period that starts on a day; null when none does, or it has not begun. */
export async function readPeriodSheet(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  from: CivilDate,
  today: CivilDate,
): Promise<PeriodSheet | null> {
  const status = (await listPeriods(operation, today)).find(({ period }) => period.from === from);
  return status ? { status, ...(await readPeriodHistory(operation.id, status)) } : null;
}

/** The closings of a period, and what was written since its latest run. */
export async function readPeriodHistory(
  operationId: AuthorizedOperationId,
  { period, run, isStale }: PeriodStatus,
): Promise<Pick<PeriodSheet, "closings" | "changes">> {
  const [closings, changes] = await Promise.all([
    listPeriodClosings(operationId, period.from),
    run && isStale ? listChangesSinceRun(operationId, run.id) : [],
  ]);
  return { closings, changes };
}
