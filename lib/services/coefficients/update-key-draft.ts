import "server-only";
import { type KeyDraft, writeKeys } from "@/lib/data/coefficient-version-writing";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { checkKey } from "./check-key";
import { findMovable } from "./find-movable";

/**
 * Writes a draft over.
 *
 * @throws {DomainError} as {@link checkKey}; UNKNOWN_KEY; KEY_MOVE_REFUSED when it is no draft any more.
 */
export async function updateKeyDraft(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  keyId: string,
  draft: KeyDraft,
): Promise<void> {
  const checked = await checkKey(operation, draft);
  await writeKeys(operation.id, actor, async (writing) => {
    const key = await findMovable(writing, keyId, "edit");
    await writing.replaceDraft(key.id, checked);
  });
}
