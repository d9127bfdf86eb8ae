/** What was written after a run, of which it would have depended. */
export type RunChangeKind =
  /** A version of the key was sent to the operator. */
  | "key"
  /** The coefficients of a month were sent, or answered. */
  | "delivery"
  /** Somebody entered or left. */
  | "perimeter"
  /** An officer decided on a measure, or took a decision back. */
  | "decision"
  /** Measures were imported, corrected, or an import undone. */
  | "import"
  /** Other public holidays count: what was notified in time may be late, or the reverse (art. 4.4). */
  | "holidays";
