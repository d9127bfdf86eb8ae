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
  const last = letter.steps.findLast(({ move }) => move !== "renewed");
  if (last && last.move !== "renewed") return last.move;
  if (letterSettledDay(letter, facts) !== null) return letter.kind === "access_suspended" ? "answered" : "done";
  const isTacit = letter.kind === "convention_change" && addMonths(letter.receivedDay, 1) < today;
  return isTacit ? "tacit" : "to_do";
}
