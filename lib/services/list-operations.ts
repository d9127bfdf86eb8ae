import "server-only";
import { listOperationItems, type OperationListItem } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { type SettlementRates, settlementRates } from "@/lib/domain/settlement/settlement-rates";

export type ListedOperation = OperationListItem & { readonly rates: SettlementRates | null };

/** Operations of whoever may read them, by name, each with the rates of its latest settled period. */
export async function listOperations(
  own: readonly { readonly id: AuthorizedOperationId }[],
): Promise<readonly ListedOperation[]> {
  const operations = await listOperationItems(own.map(({ id }) => id));
  return operations.map((operation) => ({
    ...operation,
    rates: operation.latestRun && settlementRates(operation.latestRun),
  }));
}
