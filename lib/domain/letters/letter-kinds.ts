import type { LetterKind, LetterMove } from "./convention-letter";

/** What is read in a letter of a kind. */
export type LetterField = "meteringPoint" | "sentDay" | "effectDay";

/** What a kind of letter says, and how it is dealt with. */
export type LetterKindRule = {
  /** Of the convention Enedis-FOR-CF_01E. */
  readonly articles: readonly string[];
  /** What has to be copied from it, since something follows from it. */
  readonly asks: readonly LetterField[];
  /** How it can be dealt with, the usual way first; any of them can also be closed with a reason. */
  readonly ends: readonly Exclude<LetterMove, "closed" | "applied">[];
};

/**
 * The letters of the convention.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.1, 3.2.2, 4, 5.1.1, 5.1.4, 8.3, 8.5, 8.6, 8.8, 8.10.
 */
export const LETTER_KINDS: Readonly<Record<LetterKind, LetterKindRule>> = {
  consent_proof: { articles: ["5.1.4"], asks: ["meteringPoint"], ends: ["answered"] },
  agreement_proof: { articles: ["5.1.1", "8.5.1"], asks: ["meteringPoint"], ends: ["answered"] },
  access_ended: { articles: ["3.2.2.1"], asks: ["meteringPoint", "effectDay"], ends: ["done"] },
  access_suspended: { articles: ["3.2.2.3"], asks: ["meteringPoint", "effectDay"], ends: ["answered"] },
  access_resumed: { articles: ["3.2.2.3"], asks: ["meteringPoint", "effectDay"], ends: ["done"] },
  convention_change: { articles: ["8.3"], asks: ["effectDay"], ends: ["accepted", "refused"] },
  annex_change: { articles: ["8.3"], asks: ["effectDay"], ends: ["done"] },
  suspension: { articles: ["8.6"], asks: ["sentDay"], ends: ["done"] },
  breach_termination: { articles: ["8.5.1", "8.5.2"], asks: ["sentDay"], ends: ["done"] },
  termination: { articles: ["8.5.1", "8.5.2"], asks: ["sentDay", "effectDay"], ends: ["done"] },
  dispute: { articles: ["8.8"], asks: [], ends: ["done", "renewed"] },
  start_notice: { articles: ["3.1"], asks: ["effectDay"], ends: ["done"] },
  anniversary_move: { articles: ["4"], asks: ["effectDay"], ends: ["done"] },
  contact_change: { articles: ["8.10"], asks: [], ends: ["done"] },
  other: { articles: [], asks: [], ends: ["done", "answered"] },
};
