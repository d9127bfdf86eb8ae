/** A referential as it is written: its own points, and what it is made of. */
export type ScoreNode = {
  /** Unique in its tree, always a text: `cae_3.1.1.5.2`. */
  readonly id: string;
  /** Reference points, before any personalisation; 0 or more. */
  readonly points: number;
  /** In the order of their ids; none for a leaf. */
  readonly children?: readonly ScoreNode[];
};

/**
 * A referential ready to be scored again and again: columns in the order of a walk from the root, parents before their
 * children, so that each rule is one pass down or up.
 */
export type ScoringTree = {
  /** Depth of a measure; the root is at 0. Statuses stand below it, points are redistributed from it downwards. */
  readonly measureDepth: number;
  readonly ids: readonly string[];
  readonly indexById: ReadonlyMap<string, number>;
  /** Index of the parent; -1 for the root. (N,) */
  readonly parents: Int32Array;
  /** First index after the subtree: its nodes are index ≤ i < end. (N,) */
  readonly ends: Int32Array;
  /** (N,) */
  readonly depths: Int32Array;
  /** Reference points. (N,) */
  readonly points: Float64Array;
  /** Direct children that are leaves. (N,) */
  readonly leafChildren: Int32Array;
  /** Leaves of the subtree; 1 for a leaf. (N,) */
  readonly leaves: Int32Array;
};
