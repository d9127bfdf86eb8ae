/** A stretch of a curve in a few figures. */
export type CurveBucket = {
  /** Half-open; the first and last bucket of a curve may hold a part of their hour, week… only. [ms] */
  readonly startMs: number;
  readonly endMs: number;
  readonly stepCount: number;
  readonly missingCount: number;
  /** Null as soon as a step is missing, never a smaller total. [Wh] */
  readonly totalWh: number | null;
  /** Sum of the steps that are known. [Wh] */
  readonly knownWh: number;
  /** Over the steps that are known; null when none is. [W] */
  readonly meanW: number | null;
  readonly minW: number | null;
  readonly maxW: number | null;
};
