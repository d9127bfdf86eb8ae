import type { LetterKind, LetterMove } from "@/lib/domain/letters/convention-letter";

export const LETTER_KINDS = [
  "consent_proof",
  "agreement_proof",
  "access_ended",
  "access_suspended",
  "access_resumed",
  "convention_change",
  "annex_change",
  "suspension",
  "breach_termination",
  "termination",
  "dispute",
  "start_notice",
  "anniversary_move",
  "contact_change",
  "other",
] as const satisfies readonly LetterKind[];

export const LETTER_MOVES = [
  "answered",
  "done",
  "accepted",
  "refused",
  "renewed",
  "applied",
  "closed",
] as const satisfies readonly LetterMove[];
