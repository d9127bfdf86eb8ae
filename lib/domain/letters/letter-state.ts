import { addMonths } from "@/lib/domain/time/add-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ConventionLetter } from "./convention-letter";
import type { LetterFacts } from "./letter-facts";
import { letterSettledDay } from "./letter-settled-day";

/** Where a letter stands. */
export type LetterState =
  | "to_do"
  | "answered"
  | "done"
  | "accepted"
  | "refused"
  | "closed"
  /** Not refused within its month: the change of the convention holds (art. 8.3). */
  | "tacit";

/**
 * Where a letter stands on a day.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 8.3 for what is not refused in time.
 */
export function letterState(letter: ConventionLetter, facts: LetterFacts, today: CivilDate): LetterState {
  const moves = letter.steps.map(({ move }) => move);
  if (moves.includes("applied")) return "done";
  const last = moves.findLast((move) => move !== "renewed" && move !== "applied");
  const isAnswered = last === "answered" && letter.kind === "access_suspended";
  if (last !== undefined && !isAnswered) return last;
  if (letterSettledDay(letter, facts) !== null) return settledState(letter, facts);
  const isTacit = letter.kind === "convention_change" && addMonths(letter.receivedDay, 1) < today;
  return isTacit ? "tacit" : "to_do";
}

// New coefficients are answered with, and the DSO then says from when on they apply (art. 3.2.2.3).
function settledState({ kind }: ConventionLetter, { keyAnsweredDay }: LetterFacts): LetterState {
  return kind === "access_suspended" && keyAnsweredDay === null ? "answered" : "done";
}
