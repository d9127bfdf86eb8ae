import "server-only";
import { insertComplaint, type NewComplaint } from "@/lib/data/complaint-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Puts a complaint into the register of the operation.
 *
 * @param today - Nothing is received in the future.
 * @returns The id of the complaint.
 * @throws {DomainError} DAY_IN_FUTURE, UNKNOWN_PARTICIPANT or DATA_ERASED.
 */
export async function recordComplaint(
  operationId: AuthorizedOperationId,
  actor: Actor,
  complaint: NewComplaint,
  today: CivilDate,
): Promise<string> {
  if (complaint.receivedDay > today) {
    throw new DomainError("DAY_IN_FUTURE", "received in the future", { details: { field: "receivedDay" } });
  }
  const id = await insertComplaint(operationId, actor, complaint);
  if (id === null) throw new DomainError("UNKNOWN_PARTICIPANT", "not in the registry");
  return id;
}
