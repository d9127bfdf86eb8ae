import type { GroupCurve } from "./group-curve";

/**
 * The part of a group's curve between two instants, without copying it.
 *
 * @param startMs - First instant; the step that holds it is the first one. [ms since 1970-01-01T00:00:00Z]
 * @param endMs - First instant that no longer counts; the step that holds the one before is the last. [ms]
 */
export function sliceGroupCurve({ axis, ...steps }: GroupCurve, startMs: number, endMs: number): GroupCurve {
  const stepMs = axis.stepMinutes * 60_000;
  const first = Math.max(0, Math.floor((startMs - axis.startMs) / stepMs));
  const end = Math.max(first, Math.min(axis.length, Math.ceil((endMs - axis.startMs) / stepMs)));
  return {
    axis: { ...axis, startMs: axis.startMs + first * stepMs, length: end - first },
    knownWh: steps.knownWh.subarray(first, end),
    memberCount: steps.memberCount.subarray(first, end),
    missingCount: steps.missingCount.subarray(first, end),
    correctedCount: steps.correctedCount.subarray(first, end),
    manualCount: steps.manualCount.subarray(first, end),
  };
}
