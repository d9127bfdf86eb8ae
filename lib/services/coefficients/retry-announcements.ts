import "server-only";
import { requeueAnnouncements } from "@/lib/data/coefficient-announcement-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";

/**
 * Sends again, by e-mail, what was not told yet of a version.
 *
 * @returns How many messages.
 * @throws {DomainError} ANNOUNCEMENT_OVER when there is none to send.
 */
export async function retryAnnouncements(
  operationId: AuthorizedOperationId,
  actor: Actor,
  keyId: string,
): Promise<number> {
  const count = await requeueAnnouncements(operationId, actor, keyId);
  if (count === 0) throw new DomainError("ANNOUNCEMENT_OVER", "nothing to send again");
  return count;
}
