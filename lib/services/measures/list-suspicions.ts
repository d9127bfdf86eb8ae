import "server-only";
import { type ListedSuspicion, listSuspicions as listStored } from "@/lib/data/measure-suspicions";
import type { AuthorizedOperationId } from "@/lib/data/scope";

export type { ListedSuspicion };

/** What is suspect in the measures of an operation, the latest days first: to look at, and looked at. */
export async function listSuspicions(
  operationId: AuthorizedOperationId,
): Promise<{ readonly open: readonly ListedSuspicion[]; readonly dismissed: readonly ListedSuspicion[] }> {
  const all = await listStored(operationId);
  return {
    open: all.filter(({ dismissal }) => dismissal === null),
    dismissed: all.filter(({ dismissal }) => dismissal !== null),
  };
}
