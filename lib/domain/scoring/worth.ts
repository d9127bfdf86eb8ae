/** What a referential writes of the worth of a node, before it is worked out. */
export type Worth = {
  /** As the referential writes it: `3.1.1.5`; empty for the root. */
  readonly id: string;
  /** Null: not written. */
  readonly points: number | null;
  /** Share of the parent. [%] Null: not written. */
  readonly percent: number | null;
  readonly children: readonly Worth[];
};

/** A worth that does not work out. */
export type WorthProblem = {
  /** The parent whose children do not make it up, or the node whose worth nothing says. */
  readonly id: string;
} & (
  | {
      /** The percents of its children do not total 100. */
      readonly kind: "percent_sum_not_100";
      readonly sumPercent: number;
    }
  | {
      /** Its children are worth more or less than itself. */
      readonly kind: "points_sum_mismatch";
      readonly points: number;
      readonly sumPoints: number;
    }
  | { readonly kind: "no_points" }
);
