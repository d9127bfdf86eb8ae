import "server-only";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** An operation whose deadlines are asked for. */
export type WatchedOperation = { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet };

/**
 * Reads one family of events of many operations at once, in a number of queries that does not depend on how many.
 *
 * @param since - What was done before this day is left out.
 */
export type DeadlineCollector = (
  operations: readonly WatchedOperation[],
  days: { readonly today: CivilDate; readonly since: CivilDate },
) => Promise<readonly DeadlineEvent[]>;
