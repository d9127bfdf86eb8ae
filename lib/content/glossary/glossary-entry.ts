/** A word of the field, as the product uses it. */
export type GlossaryEntry = {
  /** As it stands at the head of its entry. */
  readonly term: string;
  /** What it means, in plain words: one to three sentences. */
  readonly plain: string;
  /** The convention's or the programme's own term, where the product says it more plainly. */
  readonly legal?: string;
  /** Where it is defined: « convention, art. 9 ». */
  readonly source?: string;
  /** Keys of the entries to read with it. */
  readonly see?: readonly string[];
};
