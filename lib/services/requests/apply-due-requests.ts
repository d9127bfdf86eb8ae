import "server-only";
import { listDueRequests } from "@/lib/data/due-requests";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { takeRequestEffect } from "./take-request-effect";

export type DueRequestCounts = {
  readonly taken: number;
  /** They stay accepted, their sheet says why, and they are tried again the next time. */
  readonly refused: readonly { readonly requestId: string; readonly code: string }[];
};

/**
 * Makes every request of the installation whose day has come hold, each in a transaction of its own: killed in between,
 * it goes on where it stopped.
 *
 * @param authorize - Proves the operation of a row that the queue found.
 */
export async function applyDueRequests(
  actor: Actor,
  authorize: (job: { readonly operationId: string }) => AuthorizedOperationId,
  today: CivilDate,
): Promise<DueRequestCounts> {
  let taken = 0;
  const refused: { requestId: string; code: string }[] = [];
  for (const { operationId, requestId } of await listDueRequests(today)) {
    try {
      const outcome = await takeRequestEffect(authorize({ operationId }), actor, requestId, today);
      if (outcome === "taken") taken += 1;
    } catch (error) {
      // One that cannot be made must not keep the others waiting.
      if (!(error instanceof DomainError)) throw error;
      refused.push({ requestId, code: error.code });
    }
  }
  return { taken, refused };
}
