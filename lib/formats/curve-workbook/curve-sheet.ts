import type { BucketState } from "@/lib/domain/explorer/down-sample-group";
import type { GroupSummary } from "@/lib/domain/explorer/summarize-group";

/** One curve of a file. */
export type CurveColumn = {
  readonly label: string;
  /** Of each line; `NaN` where a value is missing or nobody takes part. [Wh] (n,) */
  readonly energyWh: Float64Array;
  readonly states: readonly BucketState[];
  readonly summary: GroupSummary;
};

/** Curves side by side, as a file holds them. */
export type CurveSheet = {
  /** Start of each line. [ms] (n,) */
  readonly startsMs: Float64Array;
  readonly columns: readonly CurveColumn[];
};
