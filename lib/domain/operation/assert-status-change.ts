import { DomainError } from "@/lib/domain/errors";
import { type DatedStatus, operationStatusOn } from "./operation-status-on";

/**
 * Refuses a status that says nothing new, or that follows the end of the convention.
 *
 * @throws {DomainError} STATUS_CHANGE_REFUSED; `details` say both statuses.
 * @see Convention Enedis-FOR-CF_01E, art. 8.5, 8.6.2: what has ended is never performed again.
 */
export function assertStatusChange(statuses: readonly DatedStatus[], change: DatedStatus): void {
  const before = operationStatusOn(statuses, change.from).status;
  if (before !== "ended" && before !== change.status) return;
  throw new DomainError("STATUS_CHANGE_REFUSED", `a convention that is ${before} does not become ${change.status}`, {
    details: { field: "status", before, after: change.status },
  });
}
