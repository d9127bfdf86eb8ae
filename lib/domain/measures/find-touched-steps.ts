import type { TimeAxis } from "@/lib/domain/time/time-axis";

/** Steps `start` to `end − 1` of an axis. */
export type StepRange = { readonly start: number; readonly end: number };

/**
 * The steps of an axis that a stretch of time touches, whole or in part.
 *
 * @param stretch - Half-open. [ms since 1970-01-01T00:00:00Z]
 * @returns An empty range (`start` = `end`) when it lies outside the axis.
 */
export function findTouchedSteps(
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
  axis: TimeAxis,
): StepRange {
  const stepMs = axis.stepMinutes * 60_000;
  const start = Math.max(0, Math.floor((startMs - axis.startMs) / stepMs));
  const end = Math.min(axis.length, Math.ceil((endMs - axis.startMs) / stepMs));
  return end > start ? { start, end } : { start: 0, end: 0 };
}
