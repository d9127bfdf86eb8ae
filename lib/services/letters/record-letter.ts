import "server-only";
import { insertLetter, type NewLetter } from "@/lib/data/letter-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { assertLetter } from "@/lib/domain/letters/assert-letter";
import { LETTER_KINDS } from "@/lib/domain/letters/letter-kinds";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Records a letter of the DSO. What its kind does not ask for is left out, so that nothing unread is kept.
 *
 * @returns The id of the letter.
 * @throws {DomainError} UNKNOWN_METERING_POINT; whatever {@link assertLetter} throws.
 */
export async function recordLetter(
  operationId: AuthorizedOperationId,
  actor: Actor,
  letter: NewLetter,
  today: CivilDate,
): Promise<string> {
  assertLetter(letter, today);
  const { asks } = LETTER_KINDS[letter.kind];
  const id = await insertLetter(operationId, actor, {
    ...letter,
    sentDay: asks.includes("sentDay") ? letter.sentDay : null,
    effectDay: asks.includes("effectDay") ? letter.effectDay : null,
    meteringPointId: asks.includes("meteringPoint") ? letter.meteringPointId : null,
    isImmediate: letter.kind === "suspension" && letter.isImmediate,
  });
  if (id === null) throw new DomainError("UNKNOWN_METERING_POINT", "not in the registry");
  return id;
}
