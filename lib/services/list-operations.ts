import "server-only";
import { listOperationsOfUser, type OperationListItem } from "@/lib/data/operations";
import { type SettlementRates, settlementRates } from "@/lib/domain/settlement/settlement-rates";

export type ListedOperation = OperationListItem & { readonly rates: SettlementRates | null };

/** The operations a user may open, each with the rates of its latest settled period. */
export async function listOperations(userId: string): Promise<readonly ListedOperation[]> {
  const operations = await listOperationsOfUser(userId);
  return operations.map((operation) => ({
    ...operation,
    rates: operation.latestRun && settlementRates(operation.latestRun),
  }));
}
