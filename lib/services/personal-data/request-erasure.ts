import "server-only";
import { findPerson } from "@/lib/data/personal-data";
import { writePersonalData } from "@/lib/data/personal-data-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { eraseParticipant, retentionOf } from "./erase-participant";

export type ErasureRequest =
  /** Everything is gone. */
  | { readonly status: "erased" }
  /** What need not be kept is gone; the rest goes on `endDay`. */
  | { readonly status: "restricted"; readonly endDay: CivilDate }
  /** A legal body: how to reach its people is gone, the rest is no personal data. */
  | { readonly status: "contact_erased" };

/**
 * Answers a participant who asks that his data be erased: at once what need not be kept, the rest when the time the law
 * asks for is over, which may be at once too.
 *
 * @returns Null when the operation has no such participant.
 * @throws {DomainError} STILL_PARTICIPATING while a natural person takes part or is about to; ALREADY_ERASED.
 */
export async function requestErasure(
  operationId: AuthorizedOperationId,
  actor: Actor,
  participantId: string,
  today: CivilDate,
): Promise<ErasureRequest | null> {
  const restricted = await writePersonalData(operationId, actor, participantId, async ({ restrict }) => {
    const person = await findPerson(operationId, participantId);
    if (!person) return null;
    if (person.erasedAt) throw new DomainError("ALREADY_ERASED", "nothing names this participant any more");
    if (person.kind === "legal") {
      await restrict({ isMarked: false });
      return { kind: "legal" as const };
    }
    const retention = retentionOf(person, today);
    if (retention.kind === "participating") {
      throw new DomainError("STILL_PARTICIPATING", "a participant is erased once he has left");
    }
    if (!person.restrictedAt) await restrict({ isMarked: true });
    return retention;
  });
  if (restricted === null) return null;
  if (restricted.kind === "legal") return { status: "contact_erased" };
  const { status } = await eraseParticipant(operationId, actor, participantId, { today, unboundToo: true });
  if (status === "erased") return { status };
  return { status: "restricted", endDay: restricted.kind === "kept" ? restricted.endDay : today };
}
