import "server-only";
import { insertOperationStatus } from "@/lib/data/operation-status-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { assertStatusChange } from "@/lib/domain/operation/assert-status-change";
import type { DatedStatus } from "@/lib/domain/operation/operation-status-on";

/**
 * Records a suspension, its end, or the end of the convention that the DSO decided.
 *
 * @throws {DomainError} STATUS_CHANGE_REFUSED.
 */
export function setOperationStatus(
  operationId: AuthorizedOperationId,
  actor: Actor,
  change: DatedStatus,
): Promise<void> {
  return insertOperationStatus(operationId, actor, change, (statuses) => assertStatusChange(statuses, change));
}
