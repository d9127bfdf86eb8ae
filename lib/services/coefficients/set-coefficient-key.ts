import "server-only";
import { insertCoefficientKey, type NewCoefficientKey } from "@/lib/data/coefficient-keys";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { checkKey } from "./check-key";

/**
 * Records a key that the DSO applies already, or that was sent to it outside of Prorata: it holds from its day on.
 *
 * @throws {DomainError} as {@link checkKey}.
 */
export async function setCoefficientKey(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  key: NewCoefficientKey,
): Promise<void> {
  await insertCoefficientKey(operation.id, actor, await checkKey(operation, key));
}
