import "server-only";
import { listPossibleHolders } from "@/lib/data/participants";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** The participants of an operation by name, but for those who asked to be forgotten. */
export function listHolders(
  operationId: AuthorizedOperationId,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return listPossibleHolders(operationId);
}
