import "server-only";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { createKeyDraft } from "./create-key-draft";

/**
 * Starts a draft from another version, which is how one goes back: history is never rewritten.
 *
 * @returns The id of the draft.
 * @throws {DomainError} UNKNOWN_KEY; as `checkKey`, when the version no longer suits the operation.
 */
export async function copyKey(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  keyId: string,
  { from, reason }: { readonly from: CivilDate; readonly reason: string | null },
): Promise<string> {
  const { kind, unitPpm, ppmByConsumer, rule } = await findKeyVersion(operation.id, keyId);
  return createKeyDraft(operation, actor, {
    kind,
    from,
    unitPpm,
    reason,
    ppmByConsumer,
    rule,
    sourceKeyId: keyId,
  });
}
