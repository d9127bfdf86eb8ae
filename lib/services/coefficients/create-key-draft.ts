import "server-only";
import { type KeyDraft, writeKeys } from "@/lib/data/coefficient-version-writing";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { checkKey } from "./check-key";

/**
 * Starts a version of the key: it holds nothing until it is announced and sent.
 *
 * @returns Its id.
 * @throws {DomainError} as {@link checkKey}.
 */
export async function createKeyDraft(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  draft: KeyDraft,
): Promise<string> {
  const checked = await checkKey(operation, draft);
  return writeKeys(operation.id, actor, (writing) => writing.insertDraft(checked));
}
