/** What the sender of files says of them, for what they do not say themselves. */
export type ImportAnswers = {
  /** What a file is, against what it looks like, by the key of the file; `"set_aside"`: kept, not read. */
  readonly kinds: Readonly<Record<string, string>>;
  /** By id of the question; see `ImportQuestionKind`. */
  readonly replies: Readonly<Record<string, string>>;
};

/** Nothing said. */
export const NO_ANSWERS: ImportAnswers = { kinds: {}, replies: {} };
