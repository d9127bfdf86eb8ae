import "server-only";
import { findPerson, listPersonsToReview } from "@/lib/data/personal-data";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { log } from "@/lib/log";
import { eraseParticipant, retentionOf } from "./erase-participant";

const PAGE_SIZE = 100;

/** Turns the operation of a person under review into a proven scope; the job's entry point holds the right to. */
export type Authorize = (review: { readonly operationId: string }) => AuthorizedOperationId;

/**
 * Erases the natural persons of every operation whose data have been kept long enough, asked for or not.
 *
 * Each is a transaction of its own: stopped at any moment, the next run goes on with who is left. One that fails does not
 * stop the others.
 *
 * @returns How many were erased, and how many could not be.
 */
export async function eraseExpired(
  actor: Actor,
  authorize: Authorize,
  today: CivilDate,
): Promise<{ readonly erased: number; readonly failed: number }> {
  const counts = { erased: 0, failed: 0 };
  let after: string | null = null;
  for (;;) {
    const page = await listPersonsToReview(after, PAGE_SIZE);
    for (const { operationId, participantId } of page) {
      const outcome = await eraseOne(authorize({ operationId }), actor, participantId, today);
      if (outcome !== "kept") counts[outcome] += 1;
    }
    after = page.at(-1)?.participantId ?? null;
    if (after === null || page.length < PAGE_SIZE) return counts;
  }
}

async function eraseOne(
  operationId: AuthorizedOperationId,
  actor: Actor,
  participantId: string,
  today: CivilDate,
): Promise<"erased" | "kept" | "failed"> {
  try {
    // Looked at first without a lock: nearly everybody stays, and nobody has to wait for it.
    const person = await findPerson(operationId, participantId);
    const retention = person && retentionOf(person, today);
    if (retention?.kind !== "kept" || retention.endDay > today) return "kept";
    const { status } = await eraseParticipant(operationId, actor, participantId, { today, unboundToo: false });
    return status;
  } catch (error) {
    log.error({ err: error, participantId }, "a participant could not be erased");
    return "failed";
  }
}
