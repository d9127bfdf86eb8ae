import type { BucketState } from "@/lib/domain/explorer/down-sample-group";

/** A curve as a plot draws it; the lists have a value for each stretch, null where it has none. */
export type PlotCurve = {
  readonly id: string;
  readonly label: string;
  /** A CSS colour that follows the scheme. */
  readonly color: string;
  /** `stroke-dasharray`; undefined for a plain line. */
  readonly dash?: string | undefined;
  /** [W] */
  readonly meanW: readonly (number | null)[];
  /** The lowest and highest step of each stretch; null when a stretch is a step. [W] */
  readonly band: { readonly minW: readonly (number | null)[]; readonly maxW: readonly (number | null)[] } | null;
  /** What is known of an incomplete sum; null when no sum is. [W] */
  readonly partialW: readonly (number | null)[] | null;
  /** The same curve over the period it is compared with, drawn dashed. [W] */
  readonly otherW: readonly (number | null)[] | null;
  /** Null as soon as a value is missing. [Wh] */
  readonly energyWh: readonly (number | null)[];
  /** A letter for each stretch, see STATE_CODES. */
  readonly states: string;
  /** The energy of the period with its unit, or why there is none. */
  readonly total: string;
};

export type CurvePlotData = {
  /** Start of each stretch. [ms] */
  readonly startsMs: readonly number[];
  readonly endMs: number;
  readonly curves: readonly PlotCurve[];
  /** Whether a stretch is one step of measure. */
  readonly isByStep: boolean;
  /** « octobre 2025 », when compared with another period. */
  readonly otherLabel: string | null;
};

/** One letter for each state: a year of them travels as one text. */
export const STATE_CODES: Readonly<Record<BucketState, string>> = {
  measured: "m",
  corrected: "c",
  manual: "s",
  missing: "x",
  outside: "o",
};

/** A part of the time, half-open. [ms] */
export type TimeWindow = { readonly startMs: number; readonly endMs: number };
