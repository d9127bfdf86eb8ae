/** What is kept of each node's own answer, in the order of its tree. (N,) each, see {@link readRows}. */
export type AnsweredRows = {
  /** 1: has an answer of its own that says it is concerned, filled or not. */
  readonly concernedRow: Uint8Array;
  /** 1: that answer says what is done. */
  readonly filled: Uint8Array;
  /** 1: an answer says it is not concerned. */
  readonly outRow: Uint8Array;
  /** Parts of the node that are done, planned, not done; together 1 where filled. */
  readonly done: Float64Array;
  readonly planned: Float64Array;
  readonly notDone: Float64Array;
};
