import "server-only";
import { toLetter } from "@/lib/data/convention-letters";
import { insertLetterStep } from "@/lib/data/letter-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { assertLetterMove } from "@/lib/domain/letters/assert-letter-move";
import type { LetterMove } from "@/lib/domain/letters/convention-letter";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Records what was done about a letter.
 *
 * @returns False when the operation has no such letter.
 * @throws {DomainError} Whatever {@link assertLetterMove} throws.
 */
export function moveLetter(
  operationId: AuthorizedOperationId,
  actor: Actor,
  letterId: string,
  step: { readonly move: LetterMove; readonly day: CivilDate; readonly note: string | null },
  today: CivilDate,
): Promise<boolean> {
  return insertLetterStep(operationId, actor, letterId, step, (row) =>
    assertLetterMove(toLetter(row), row.facts, step, today),
  );
}
