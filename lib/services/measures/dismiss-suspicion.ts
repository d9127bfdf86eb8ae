import "server-only";
import * as stored from "@/lib/data/measure-suspicions";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";

/**
 * Says of a suspicion that somebody looked and found it normal. It stays so while its figures do.
 *
 * @throws {DomainError} SUSPICION_CHANGED when none of this id waits for that.
 */
export async function dismissSuspicion(
  operationId: AuthorizedOperationId,
  actor: Actor,
  dismissal: { readonly id: string; readonly reason: string },
): Promise<void> {
  if (!(await stored.dismissSuspicion(operationId, actor, dismissal))) throw changed();
}

/**
 * Puts a dismissed suspicion back among those to look at.
 *
 * @throws {DomainError} SUSPICION_CHANGED when none of this id is dismissed.
 */
export async function restoreSuspicion(operationId: AuthorizedOperationId, actor: Actor, id: string): Promise<void> {
  if (!(await stored.restoreSuspicion(operationId, actor, id))) throw changed();
}

function changed(): DomainError {
  return new DomainError("SUSPICION_CHANGED", "no suspicion of this id is in the state it was shown in");
}
