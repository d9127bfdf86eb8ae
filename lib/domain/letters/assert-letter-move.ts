import { assertStepInOrder } from "@/lib/domain/correspondence/assert-step-in-order";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ConventionLetter, LetterMove } from "./convention-letter";
import type { LetterFacts } from "./letter-facts";
import { letterState } from "./letter-state";
import { listLetterMoves } from "./list-letter-moves";

/**
 * Refuses a step that a letter of its kind cannot take where it stands, or on that day.
 *
 * @throws {DomainError} LETTER_MOVE_REFUSED, whose `details` say the move and the state; REASON_MISSING when it is closed
 *   without a word; DAY_IN_FUTURE; STEP_OUT_OF_ORDER.
 */
export function assertLetterMove(
  letter: ConventionLetter,
  facts: LetterFacts,
  { move, day, note }: { readonly move: LetterMove; readonly day: CivilDate; readonly note: string | null },
  today: CivilDate,
): void {
  const state = letterState(letter, facts, today);
  if (!listLetterMoves(letter.kind, state).includes(move)) {
    throw new DomainError("LETTER_MOVE_REFUSED", `a letter ${letter.kind} that is ${state} cannot be: ${move}`, {
      details: { move, state },
    });
  }
  if (move === "closed" && note === null) {
    throw new DomainError("REASON_MISSING", "closed without a reason", { details: { field: "note" } });
  }
  assertStepInOrder(day, letter.steps.at(-1)?.day ?? letter.receivedDay, today);
}
