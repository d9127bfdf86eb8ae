import "server-only";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** An operation whose deadlines are asked for. */
export type WatchedOperation = { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet };

export type CollectedDays = {
  readonly today: CivilDate;
  /** What was done before this day is left out. */
  readonly since: CivilDate;
};

/** Reads one family of events of many operations at once, in a number of queries that does not depend on how many. */
export type DeadlineCollector = (
  operations: readonly WatchedOperation[],
  days: CollectedDays,
) => Promise<readonly DeadlineEvent[]>;
