/**
 * What a person says of a stretch of one curve, over what any file says.
 *
 * It stands until it is released: an import that comes later writes its version of the day beside it, and counts only
 * once the manual value is let go.
 */
export type ManualValue = {
  readonly id: string;
  /** First instant it covers, on a step of the curve. [ms since 1970-01-01T00:00:00Z] */
  readonly startMs: number;
  /** First instant it no longer covers. [ms since 1970-01-01T00:00:00Z] */
  readonly endMs: number;
  /** Mean power over each step it covers, ≥ 0; null: what was measured is wrong, and corrected as if absent. [W] */
  readonly powerW: number | null;
  /** Why, in the words of its author. */
  readonly reason: string;
  /** The account that gave it. */
  readonly authorId: string;
  /** When it was given: where two overlap, the later one counts. [ms since 1970-01-01T00:00:00Z] */
  readonly atMs: number;
  /** When it was let go; null while it stands. [ms since 1970-01-01T00:00:00Z] */
  readonly releasedAtMs: number | null;
};
