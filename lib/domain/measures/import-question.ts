/** What an answer to a question is. */
export type ImportQuestionKind =
  /** An `EnergyQuantity`. */
  | "quantity"
  /** A PRM of the operation, or `"none"`: it is nobody's here. */
  | "metering_point"
  /** `"start"` or `"end"`: which instant of a step its stamp is. */
  | "stamps"
  /** `"YYYY-MM-DD/YYYY-MM-DD"`: first and last day. */
  | "period";

/** Something that neither a file nor the registry says, and that its sender has to. */
export type ImportQuestion = {
  /** Stable from one reading of the same files to the next: `type:machin`, `point:01111111111111`, `period:detail.csv`. */
  readonly id: string;
  readonly kind: ImportQuestionKind;
  /** The word, the identifier or the file it is about. */
  readonly subject: string;
  /** The first file that asks. */
  readonly file: string;
  /** French. */
  readonly message: string;
  /** Null while it is open. */
  readonly answer: string | null;
  /** It was answered for an earlier import. */
  readonly isRemembered: boolean;
};
