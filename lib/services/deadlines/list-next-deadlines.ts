import "server-only";
import type { Deadline } from "@/lib/domain/deadlines/deadline";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listOperationDeadlines, type ReadableOperation } from "./list-operation-deadlines";

/** The next deadline of each operation that has a day, a late one first, by operation. */
export async function listNextDeadlines(
  operations: readonly ReadableOperation[],
  today: CivilDate,
): Promise<ReadonlyMap<string, Deadline>> {
  const next = new Map<string, Deadline>();
  for (const deadline of await listOperationDeadlines(operations, today)) {
    const isNext = deadline.dueDay !== null && deadline.state.kind !== "done";
    if (isNext && !next.has(deadline.operationId)) next.set(deadline.operationId, deadline);
  }
  return next;
}
