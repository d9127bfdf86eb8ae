import type { LetterKind, LetterMove } from "./convention-letter";
import { LETTER_KINDS } from "./letter-kinds";
import type { LetterState } from "./letter-state";

/** What can be noted about a letter where it stands, the usual next step first. */
export function listLetterMoves(kind: LetterKind, state: LetterState): readonly LetterMove[] {
  if (kind === "access_suspended" && state === "answered") return ["applied", "closed"];
  return state === "to_do" ? [...LETTER_KINDS[kind].ends, "closed"] : [];
}
