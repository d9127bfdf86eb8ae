import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ConventionLetter } from "./convention-letter";
import type { LetterFacts } from "./letter-facts";

/**
 * The day a letter was dealt with: by what was noted, or by what the operation holds since; null while it is to do.
 *
 * What is recorded in the registry bears no day of its own: the letter's arrival stands for it. A dispute renewed is not
 * settled; the day the DSO gives to new coefficients comes after they were sent, and so does the closing of what gets none.
 */
export function letterSettledDay(letter: ConventionLetter, facts: LetterFacts): CivilDate | null {
  const noted = letter.steps.find(({ move }) => move !== "renewed" && move !== "applied");
  if (noted === undefined) return factsDay(letter, facts);
  const sentDay = letter.kind === "access_suspended" && noted.move === "closed" ? factsDay(letter, facts) : null;
  return sentDay !== null && sentDay < noted.day ? sentDay : noted.day;
}

function factsDay({ kind, receivedDay }: ConventionLetter, facts: LetterFacts): CivilDate | null {
  switch (kind) {
    case "access_ended":
      return facts.isExitRecorded ? receivedDay : null;
    case "access_suspended":
      return facts.isExitRecorded ? facts.keySentDay : null;
    case "access_resumed":
      return facts.isEntryRecorded ? receivedDay : null;
    case "start_notice":
      return facts.isStartRecorded ? receivedDay : null;
    case "anniversary_move":
      return facts.isAnniversaryMoved ? receivedDay : null;
    default:
      return null;
  }
}
