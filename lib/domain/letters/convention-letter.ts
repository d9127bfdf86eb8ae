import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What the DSO writes to the organiser under the convention. */
export type LetterKind =
  | "consent_proof"
  | "agreement_proof"
  | "access_ended"
  | "access_suspended"
  | "access_resumed"
  | "convention_change"
  | "annex_change"
  | "suspension"
  | "breach_termination"
  | "termination"
  | "dispute"
  | "start_notice"
  | "anniversary_move"
  | "contact_change"
  | "other";

/** What can be done about a letter. */
export type LetterMove =
  /** It was answered, with a proof where it asked for one. */
  | "answered"
  /** What it announced was seen to. */
  | "done"
  /** The change it notifies is accepted, or refused. */
  | "accepted"
  | "refused"
  /** Both agreed in writing to go on talking. */
  | "renewed"
  /** The DSO told from which day the coefficients it had asked for apply. */
  | "applied"
  /** Nothing follows from it. */
  | "closed";

/** A letter as it arrived, and what was done about it since. */
export type ConventionLetter = {
  readonly kind: LetterKind;
  readonly receivedDay: CivilDate;
  /** The day it was sent, where a delay runs from it. */
  readonly sentDay: CivilDate | null;
  /** The day it gives for what it announces. */
  readonly effectDay: CivilDate | null;
  /** A suspension for safety, which waits for nothing. */
  readonly isImmediate: boolean;
  /** In the order they were recorded. */
  readonly steps: readonly { readonly move: LetterMove; readonly day: CivilDate }[];
};
