import "server-only";
import { updateHandedOver } from "@/lib/data/coefficient-announcement-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Records the day a participant was told by hand: a letter handed over, a registered mail.
 *
 * @throws {DomainError} ANNOUNCEMENT_OVER when there is no such announcement, he is told already, or it was taken back.
 */
export async function recordHandOver(
  operationId: AuthorizedOperationId,
  actor: Actor,
  announcementId: string,
  day: CivilDate,
): Promise<void> {
  if (!(await updateHandedOver(operationId, actor, announcementId, day))) {
    throw new DomainError("ANNOUNCEMENT_OVER", "nothing to hand over");
  }
}
