/**
 * A person's refusal of the automatic correction of a stretch of one curve: what is missing there stays missing.
 *
 * It speaks of what is missing only: should a file bring the values later, they count.
 */
export type GapDecision = {
  readonly id: string;
  /** Half-open. [ms since 1970-01-01T00:00:00Z] */
  readonly startMs: number;
  readonly endMs: number;
  /** Why, in the words of its author. */
  readonly reason: string;
  readonly authorId: string;
  /** [ms since 1970-01-01T00:00:00Z] */
  readonly atMs: number;
  /** When the correction was allowed again; null while the refusal stands. [ms since 1970-01-01T00:00:00Z] */
  readonly releasedAtMs: number | null;
};
